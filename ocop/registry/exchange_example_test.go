package registry_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing/fstest"

	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// Two registers of a province, a week apart.
const (
	lastWeek = `{"code":"66-24277-1-2026","product":"Cà phê","set":13,"edition":"qd26-2026","producer":{"name":"HTX Ea Kao","kind":"cooperative"},"province":"66","commune":"24277","star":3,"total":"65","decision":"1/QĐ","authority":"province","issued":"2026-08-05","expires":"2029-08-05","state":"recognised"}`
	thisWeek = `{"code":"66-24277-1-2026","product":"Cà phê","set":13,"edition":"qd26-2026","producer":{"name":"HTX Ea Kao","kind":"cooperative","size":"small"},"province":"66","commune":"24277","star":4,"total":"75","decision":"1/QĐ","authority":"province","issued":"2026-08-05","expires":"2029-08-05","state":"recognised"}`
	ministry = `{"code":"66-24277-1-2026","product":"Cà phê bột","set":13,"edition":"qd26-2026","producer":{"name":"HTX Ea Kao","kind":"cooperative"},"province":"66","commune":"24277","star":5,"total":"65","decision":"1/QĐ","authority":"province","issued":"2026-08-05","expires":"2029-08-05","state":"recognised"}`
)

func gather(lines string) *registry.Register {
	r, _, err := registry.Gather(registry.JSONLines("", strings.NewReader(lines)))
	if err != nil {
		panic(err)
	}
	return r
}

func ExampleDiff() {
	d := registry.Diff(gather(lastWeek), gather(thisWeek))
	for _, c := range d.Changed {
		for _, m := range c.Members() {
			fmt.Printf("%s %s: %s → %s\n", c.Before.Code, m.Path, m.Before, m.After)
		}
	}
	for _, o := range d.Patch()[1:] { // behind the test of the whole record
		text, _ := json.Marshal(o)
		fmt.Println(string(text))
	}
	// Output:
	// 66-24277-1-2026 /producer/size:  → "small"
	// 66-24277-1-2026 /star: 3 → 4
	// 66-24277-1-2026 /total: "65" → "75"
	// {"op":"add","path":"/66-24277-1-2026/producer/size","value":"small"}
	// {"op":"replace","path":"/66-24277-1-2026/star","value":4}
	// {"op":"replace","path":"/66-24277-1-2026/total","value":"75"}
}

func ExampleApply() {
	d := registry.Diff(gather(lastWeek), gather(thisWeek))
	r, problems := registry.Apply(gather(lastWeek), d.Patch())
	fmt.Println(r.Digest() == gather(thisWeek).Digest(), len(problems))
	_, problems = registry.Apply(gather(ministry), d.Patch())
	fmt.Println(problems.Error())
	// Output:
	// true 0
	// REGISTER-59 /0: /66-24277-1-2026: the register has it otherwise than what the patch was made of.
}

func ExampleMerge() {
	merged := registry.Merge(gather(lastWeek), gather(ministry), gather(thisWeek), registry.KeepBase)
	for _, c := range merged.Conflicts {
		fmt.Println(c.Code, c.Path, string(c.Base), string(c.Ours), string(c.Theirs))
	}
	for _, x := range merged.Register.Records() {
		fmt.Println(x.Product, x.Producer.Size, x.Star, x.Total)
	}
	// Output:
	// 66-24277-1-2026 /star 3 5 4
	// Cà phê bột small 3 75
}

func ExampleDeliver() {
	folder := fstest.MapFS{"register.jsonl": {Data: []byte(thisWeek + "\n")}} // or os.DirFS
	head := registry.Delivery{From: "66", To: "MAE", On: civil.Date{Year: 2026, Month: 11, Day: 25}}
	d, _, err := registry.Deliver(head, folder, []string{"register.jsonl"}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	text, _ := json.MarshalIndent(d, "", "  ")
	_, _ = os.Stdout.Write(append(text, '\n'))
	folder["register.jsonl"].Data = []byte(lastWeek + "\n")
	problems, _ := registry.Verify(&d, folder, nil)
	fmt.Println(problems.Error())
	// Output:
	// {
	//   "files": [
	//     {
	//       "bytes": 312,
	//       "name": "register.jsonl",
	//       "records": 1,
	//       "sha256": "a7421f4d27830f863107462fead6d3b1205057c64b7ddf9813243532899b382b"
	//     }
	//   ],
	//   "from": "66",
	//   "on": "2026-11-25",
	//   "register": {
	//     "records": 1,
	//     "sha256": "a2ee2c0096ddad36822653e206456ac610e4e19f0ae5a3fe92107e00807c9a53"
	//   },
	//   "schema": "ocop-delivery-1",
	//   "to": "MAE"
	// }
	// REGISTER-62 /files/0/bytes: register.jsonl: the file has 297 bytes, the manifest says 312.
	// REGISTER-63 /files/0/sha256: register.jsonl: not what was handed over, its SHA-256 is another than the manifest's.
	// REGISTER-65 /register: The register in the files (1 records) is not the one that the manifest tells of (1 records).
}
