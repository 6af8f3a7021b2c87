package io.github.securehttpapi.template;

/** A template as written, before anything in it is evaluated. */
record Document(Value.Fields root, Syntax syntax) {
    /**
     * Reads JSON or YAML. What opens with a brace is most likely JSON, yet may be YAML too; if it is neither, JSON's
     * error tells more.
     */
    static Document read(Source source) {
        if (source.isNamedJson()) {
            return new Document(JsonReader.read(source), Syntax.JSON);
        }
        return source.opensWithBrace() ? jsonOrYaml(source) : new Document(YamlReader.read(source), Syntax.YAML);
    }

    private static Document jsonOrYaml(Source source) {
        try {
            return new Document(JsonReader.read(source), Syntax.JSON);
        } catch (TemplateException notJson) {
            try {
                return new Document(YamlReader.read(source), Syntax.YAML);
            } catch (TemplateException notYamlEither) {
                throw notJson;
            }
        }
    }
}
