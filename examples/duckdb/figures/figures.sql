-- Số liệu OCOP của một ngày, tính bằng DuckDB từ sổ theo dõi dạng CSV.
-- The OCOP figures of a day, in DuckDB, from a register in CSV.
--
-- Cần có / What it needs (go run . -tables DIR):
--   SET VARIABLE on_day    = DATE '2026-11-25';
--   SET VARIABLE register  = ['register.csv'];    -- một hay nhiều tệp / one file or several
--   SET VARIABLE rubric    = 'rubric.json';       -- ocop rubric --json
--   SET VARIABLE communes  = 'communes.csv';      -- commune,province: 34 tỉnh từ 7/2025 / the 34 provinces since July 2025
--   SET VARIABLE provinces = 'provinces.csv';     -- old,province: tỉnh trước 7/2025 nay thuộc tỉnh nào / what each province before is part of now

-- 1. Bảng tra / What is looked up ------------------------------------------

CREATE OR REPLACE TEMP TABLE sets AS
SELECT (s ->> '$.no')::INT AS no, s ->> '$.class.sector' AS sector
FROM (SELECT unnest(sets) AS s FROM read_json(getvariable('rubric'), columns = {sets: 'JSON[]'}));

CREATE OR REPLACE TEMP TABLE bands AS
SELECT b.star, b.least
FROM (SELECT unnest(bands) AS b FROM read_json(getvariable('rubric'), columns = {bands: 'STRUCT(star INT, least INT)[]'}));

CREATE OR REPLACE TEMP TABLE communes AS
SELECT * FROM read_csv(getvariable('communes'), header = true, all_varchar = true);

CREATE OR REPLACE TEMP TABLE provinces AS
SELECT * FROM read_csv(getvariable('provinces'), header = true, all_varchar = true);

-- Hạng sao theo tổng điểm (khoản 3 Điều 3) / The star of a total (Article 3.3).
CREATE OR REPLACE MACRO band(points) AS (SELECT max(star) FROM bands WHERE least <= points);

-- Ô bắt đầu bằng ' là chữ, không phải công thức / A cell that begins with ' is a text and no formula.
CREATE OR REPLACE MACRO cell(t) AS CASE WHEN starts_with(t, '''') THEN t[2:] ELSE t END;

-- Một ngày, hoặc NULL / A day, or NULL.
CREATE OR REPLACE MACRO as_day(t) AS CASE WHEN regexp_full_match(t, '(19|20|21)\d\d-\d\d-\d\d') THEN try_cast(t AS DATE) END;

-- Số điểm từ 0 đến 100, hoặc NULL / Points from 0 to 100, or NULL.
CREATE OR REPLACE MACRO as_points(t) AS CASE WHEN regexp_full_match(t, '(\d|[1-9]\d)(\.\d\d?)?|100(\.00?)?') THEN t::DECIMAL(5, 2) END;

-- Có ghi mà không đúng dạng / There, and not of its form.
CREATE OR REPLACE MACRO unread(t, form) AS t IS NOT NULL AND form IS NULL;
CREATE OR REPLACE MACRO unlike(t, form) AS t IS NOT NULL AND NOT regexp_full_match(t, form);

-- Không phải chữ / Not a text.
CREATE OR REPLACE MACRO no_text(t) AS t IS NULL OR trim(t) = '' OR length_grapheme(t) > 200 OR regexp_matches(t, '[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]');

CREATE OR REPLACE MACRO code_form() AS '(\d\d)-(?:(\d{3})-)?(\d{5})-\d{1,6}-(2[01]\d\d)';

-- 2. Đọc và kiểm tra từng bản ghi / Reading and checking each record --------
-- problem là mã của lỗi đầu tiên, NULL nếu bản ghi được tính.
-- problem is the code of the first error, NULL where the record counts.

CREATE OR REPLACE TEMP TABLE records AS
WITH lines AS (
  SELECT row_number() OVER () AS place, * EXCLUDE ("producer.name") REPLACE (cell(product) AS product)
      RENAME ("producer.kind" AS kind, "producer.size" AS size, "producer.taxCode" AS tax_code),
    cell("producer.name") AS name
  FROM read_csv(getvariable('register'), header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', null_padding = true, parallel = false)
), typed AS (
  SELECT * REPLACE (try_cast("set" AS INT) AS "set", try_cast(star AS INT) AS star, try_cast(previousStar AS INT) AS previousStar),
    as_points(total) AS points, as_day(issued) AS issued_on, as_day(expires) AS expires_on, as_day(extendedUntil) AS extended_on, as_day(withdrawn) AS withdrawn_on,
    star AS star_text, previousStar AS previous_star_text,
    string_split(channels, ';') AS channel,
    regexp_extract(code, code_form(), ['province', 'district', 'commune', 'year']) AS c
  FROM lines
), placed AS (
  SELECT t.*,
    now_of_code.province AS code_province_now,   -- tỉnh hiện nay của mã năm phần / the province of today of a code of five parts
    of_commune.province AS commune_province,     -- tỉnh của xã / the province that the commune lies in
    t.province = t.c.province AND t.commune = t.c.commune AS same_place
  FROM typed t
  LEFT JOIN provinces now_of_code ON now_of_code.old = t.c.province
  LEFT JOIN communes of_commune ON of_commune.commune = t.commune
)
SELECT place, code, previous, "set", star, coalesce(previousStar, 0) AS previous_star, issued_on AS issued, expires_on AS expires, state,
  -- Đến khi thu hồi thì còn hiệu lực / In force until it was withdrawn.
  CASE WHEN state <> 'refused' THEN least(greatest(expires_on, extended_on), withdrawn_on - 1) END AS ends,
  CASE WHEN c.district <> '' AND same_place THEN code_province_now ELSE province END AS province,
  -- Một chủ thể: một mã số thuế; không có thì một tên trong một xã.
  -- A producer: one tax code, or where it has none one name in one commune.
  coalesce(replace(tax_code, '-', ''), commune || '/' || nfc_normalize(name)) AS producer,
  lower(nfc_normalize(product)) AS product,
  kind, kind = 'enterprise' AND coalesce(size, '') <> 'large' AS small_firm,
  coalesce(list_has_any(channel, ['supermarket', 'convenience-store', 'e-commerce']), false) AS modern,
  CASE
    -- Hình thức / Shape
    WHEN no_text(product) OR no_text(name) OR state IS NULL THEN 'DOSSIER-01'
    WHEN "set" IS NULL OR "set" NOT IN (SELECT no FROM sets) THEN 'DOSSIER-04'
    WHEN edition IS NULL OR edition NOT IN ('qd26-2026', 'qd148-2023', 'qd1048-2019') THEN 'DOSSIER-03'
    WHEN kind IS NULL OR kind NOT IN ('cooperative', 'cooperative-group', 'enterprise', 'farm', 'production-household', 'registered-household',
      'association', 'federation', 'operating-centre', 'equivalent') THEN 'DOSSIER-03'
    WHEN size NOT IN ('micro', 'small', 'medium', 'large') THEN 'DOSSIER-03'
    WHEN authority NOT IN ('province', 'ministry') OR state NOT IN ('recognised', 'extended', 'withdrawn', 'refused') THEN 'DOSSIER-03'
    WHEN ground NOT IN ('untruthful', 'criteria-unmet', 'law-broken', 'mark-misused', 'not-producing', 'other-authority') THEN 'DOSSIER-03'
    WHEN unlike(star_text, '[1-5]') OR unlike(previous_star_text, '[1-5]') THEN 'DOSSIER-04'
    WHEN unlike(tax_code, '\d{10}|\d{12}|\d{13}|\d{10}-\d{3}') THEN 'DOSSIER-13'
    WHEN province IS NULL OR province NOT IN (SELECT old FROM provinces) THEN 'DOSSIER-26'
    WHEN commune IS NULL OR unlike(commune, '\d{5}') THEN 'DOSSIER-16'
    WHEN unlike(code, code_form()) OR unlike(previous, code_form()) THEN 'DOSSIER-20'
    WHEN unread(issued, issued_on) OR unread(expires, expires_on) OR unread(extendedUntil, extended_on) OR unread(withdrawn, withdrawn_on) THEN 'DOSSIER-10'
    WHEN unread(total, points) OR unread("parts.A", as_points("parts.A")) OR unread("parts.B", as_points("parts.B")) OR unread("parts.C", as_points("parts.C")) THEN 'DOSSIER-27'
    WHEN len(list_filter(["parts.A", "parts.B", "parts.C"], lambda p: p IS NULL)) NOT IN (0, 3) THEN 'DOSSIER-01'
    WHEN NOT list_has_all(['supermarket', 'convenience-store', 'e-commerce', 'shop', 'export'], channel) THEN 'DOSSIER-03'
    WHEN unlike(trace, 'https?://[A-Za-z0-9][A-Za-z0-9._~:/?#@!$&''()*+,;=%\[\]-]*') THEN 'DOSSIER-28'
    WHEN state <> 'refused' AND (code IS NULL OR star IS NULL OR total IS NULL OR decision IS NULL OR authority IS NULL OR issued IS NULL OR expires IS NULL) THEN 'RECORD-01'
    WHEN state = 'extended' AND extendedUntil IS NULL OR state = 'withdrawn' AND (withdrawn IS NULL OR ground IS NULL) THEN 'RECORD-01'
    WHEN state IN ('recognised', 'refused') AND extendedUntil IS NOT NULL OR state <> 'withdrawn' AND (withdrawn IS NOT NULL OR ground IS NOT NULL) THEN 'RECORD-02'
    WHEN len(channel) > len(list_distinct(channel)) THEN 'RECORD-03'
    WHEN state <> 'refused' AND star < 3 THEN 'RECORD-04'
    -- Sao, cấp công nhận (khoản 3 Điều 3, khoản 1 Điều 4) / Star and authority (Articles 3.3, 4.1)
    WHEN state <> 'refused' AND star > band(points) THEN 'REGISTER-10'
    WHEN state <> 'refused' AND authority <> CASE star WHEN 5 THEN 'ministry' ELSE 'province' END THEN 'REGISTER-11'
    -- Ngày: bộ tiêu chí đầu tiên có từ 21/8/2019; kéo dài không quá 180 ngày (khoản 3 Điều 12)
    -- Days: the first rubric was of 21 August 2019; no more than 180 days longer (Article 12.3)
    WHEN state <> 'refused' AND issued_on < DATE '2019-08-21' THEN 'REGISTER-14'
    WHEN state <> 'refused' AND least(expires_on, withdrawn_on) < issued_on THEN 'REGISTER-16'
    WHEN state <> 'refused' AND extended_on NOT BETWEEN expires_on + 1 AND expires_on + 180 THEN 'REGISTER-18'
    -- Địa bàn: mã bốn phần từ năm 2025, mã năm phần đến hết năm 2025
    -- Places: codes of four parts since 2025, of five parts up to 2025
    WHEN code IS NOT NULL AND c.district = '' AND c.year < '2025' THEN 'CODE'
    WHEN code IS NOT NULL AND c.district <> '' AND (c.year > '2025' OR code_province_now IS NULL) THEN 'CODE'
    WHEN code IS NOT NULL AND c.district = '' AND NOT same_place THEN 'REGISTER-19'
    WHEN code IS NOT NULL AND c.district <> '' AND NOT same_place AND province <> code_province_now THEN 'REGISTER-19'
    WHEN (code IS NULL OR c.district = '' OR NOT same_place) AND province IS DISTINCT FROM commune_province THEN 'CODE'
  END AS problem
FROM placed;

-- 3. Mỗi mã một bản ghi, mỗi sản phẩm một giấy chứng nhận ------------------
-- 3. One record a code, one certificate a product

-- Bản ghi đầu tiên của một mã được tính / The first record of a code counts.
CREATE OR REPLACE TEMP TABLE counted AS
SELECT * EXCLUDE (problem) FROM records
WHERE problem IS NULL AND (code IS NULL OR place IN (SELECT min(place) FROM records WHERE problem IS NULL GROUP BY code));

-- Giấy mới thay giấy cũ từ ngày cấp (khoản 5, 6 Điều 7): theo mã của lần trước, rồi theo chủ thể, bộ và tên sản phẩm.
-- A new certificate takes the place of the old one on its day (Articles 7.5, 7.6): by the
-- earlier code, then by producer, set and name.
CREATE OR REPLACE TEMP TABLE certificates AS
WITH named AS (
  SELECT earlier.place, min(later.issued) AS next_issued
  FROM counted earlier JOIN counted later ON later.previous = earlier.code
  WHERE later.code <> earlier.code AND later.state <> 'refused' AND earlier.state <> 'refused' AND later.issued BETWEEN earlier.issued AND earlier.ends
  GROUP BY earlier.place
), after_named AS (
  SELECT c.* REPLACE (least(c.ends, n.next_issued - 1) AS ends), n.next_issued IS NOT NULL AS replaced
  FROM counted c LEFT JOIN named n USING (place)
  WHERE c.state <> 'refused'
), after_product AS (
  SELECT *, lead(issued) OVER (PARTITION BY producer, "set", product ORDER BY issued, place DESC) AS next_issued
  FROM after_named
)
SELECT * EXCLUDE (next_issued) REPLACE (
  CASE WHEN next_issued <= ends THEN next_issued - 1 ELSE ends END AS ends,
  replaced OR coalesce(next_issued <= ends, false) AS replaced)
FROM after_product;

-- 4. Số liệu / The figures --------------------------------------------------

CREATE OR REPLACE TEMP TABLE in_force AS
SELECT c.*, s.sector FROM certificates c JOIN sets s ON s.no = c."set"
WHERE getvariable('on_day') BETWEEN issued AND ends;

-- Loại hình của chủ thể là loại hình ghi trước / A producer's kind is that given first.
CREATE OR REPLACE TEMP TABLE producers AS
SELECT arg_min(kind, place) AS kind, arg_min(small_firm, place) AS small_firm, bool_or(modern) AS modern
FROM in_force GROUP BY producer;

-- Tỷ lệ phần trăm, một chữ số thập phân, cắt bỏ phần sau / Percent with one decimal, cut off.
CREATE OR REPLACE MACRO share(target_id, target, n, total) AS
  {id: target_id, target: target, value: CASE total WHEN 0 THEN 0 ELSE (1000 * n // total) / 10 END, count: n, of: total};
CREATE OR REPLACE MACRO number(target_id, target, n) AS {id: target_id, target: target, value: n};

SELECT json_object(
  'on', getvariable('on_day')::TEXT,
  'records', (SELECT count(*) FROM counted),
  'inForce', (SELECT count(*) FROM in_force),
  'byStar', (SELECT json_group_object(k, n) FROM (SELECT star::TEXT AS k, count(*) AS n FROM in_force GROUP BY ALL ORDER BY k)),
  'bySet', (SELECT json_group_object(k::TEXT, n) FROM (SELECT "set" AS k, count(*) AS n FROM in_force GROUP BY ALL ORDER BY k)),
  'bySector', (SELECT json_group_object(k, n) FROM (SELECT sector AS k, count(*) AS n FROM in_force GROUP BY ALL ORDER BY k)),
  'byProvince', (SELECT json_group_object(k, n) FROM (SELECT province AS k, count(*) AS n FROM in_force GROUP BY ALL ORDER BY k)),
  'byYear', (SELECT json_group_object(k::TEXT, n) FROM (SELECT year(issued) AS k, count(*) AS n FROM in_force GROUP BY ALL ORDER BY k)),
  'producers', json_object(
    'total', (SELECT count(*) FROM producers),
    'byKind', (SELECT json_group_object(k, n) FROM (SELECT kind AS k, count(*) AS n FROM producers GROUP BY ALL ORDER BY k))),
  'due', (SELECT json_object(
      'renewal', count(*) FILTER (expires - getvariable('on_day') BETWEEN 120 AND 180),  -- điểm a khoản 6 Điều 7 / Article 7.6.a
      'expiring180', count(*) FILTER (expires - getvariable('on_day') BETWEEN 0 AND 180),
      'lapsed', (SELECT count(*) FROM certificates WHERE state <> 'withdrawn' AND NOT replaced AND getvariable('on_day') - ends BETWEEN 1 AND 180))
    FROM in_force),
  -- Mục tiêu theo Quyết định 919/QĐ-TTg / The targets of Decision 919/QĐ-TTg
  'targets', json_array(
    number('products', 10000, (SELECT count(*) FROM in_force)),
    number('five-star', 400, (SELECT count(*) FROM in_force WHERE star = 5)),
    (SELECT share('upgraded', 50, count(*) FILTER (previous_star BETWEEN 1 AND star - 1), count(*)) FROM in_force WHERE previous IS NOT NULL),
    (SELECT share('cooperatives', 40, count(*) FILTER (kind = 'cooperative'), count(*)) FROM producers),
    (SELECT share('small-and-medium', 30, count(*) FILTER (small_firm), count(*)) FROM producers),
    (SELECT share('modern-channels', 50, count(*) FILTER (modern), count(*)) FROM producers)),
  'failed', (SELECT (SELECT count(*) FROM records) - (SELECT count(*) FROM counted))
)::TEXT AS figures;
