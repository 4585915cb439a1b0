<?php
// Checks dossiers with the package json-schema that Debian has (php-json-schema),
// which knows drafts 3 and 4 and takes the shape: php check.php SHAPE FILE…
require 'JsonSchema/autoload.php';

$schema = json_decode(file_get_contents($argv[1]), false, 64, JSON_THROW_ON_ERROR);
$wrong = 0;
foreach (array_slice($argv, 2) as $name) {
    $document = json_decode(file_get_contents($name), false, 64, JSON_THROW_ON_ERROR);
    $validator = new JsonSchema\Validator();
    $validator->validate($document, $schema);
    foreach ($validator->getErrors() as $error) {
        echo "$name: {$error['pointer']}: {$error['message']}\n";
        $wrong = 1;
    }
}
exit($wrong);
