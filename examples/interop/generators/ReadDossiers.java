import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import vn.ocop.dossier.Dossier;

/** Reads dossiers into the generated classes and writes them as they were: java ReadDossiers FILE… */
public class ReadDossiers {
    public static void main(String[] names) throws Exception {
        ObjectMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // What is absent is left out: the schemas take no null.
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();
        for (String name : names) {
            java.io.File file = new java.io.File(name);
            Dossier dossier = mapper.readValue(file, Dossier.class);
            String written = mapper.writeValueAsString(dossier);
            if (!mapper.readTree(written).equals(mapper.readTree(file))) {
                throw new IllegalStateException(name + " is not written as it was read: " + written);
            }
        }
    }
}
