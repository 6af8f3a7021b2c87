package io.github.securehttpapi.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostileYamlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                               | the file is empty
            # a comment\\n                   | the file is empty
            a: 1\\na: 2                      | 2:1 Duplicate key 'a'
            a:\\n  b: 1\\n  "b": 2           | 3:3 Duplicate key 'b'
            a: 1\\n---\\nb: 2                | 2:1 A second document, write one to a file
            a: !Foo x                        | 1:4 Unknown tag !Foo, CloudFormation has no such function
            a:\\n- !Rain::S3 {x: y}          | 2:3 Unknown tag !Rain::S3, CloudFormation has no such function
            a: !!set {x, y}                  | 1:4 Unknown tag !!set, CloudFormation has no such function
            a: !!binary aGk=                 | 1:4 Unknown tag !!binary, CloudFormation has no such function
            a: !!javax.script.Manager [x]    | 1:4 Unknown tag !!javax.script.Manager, CloudFormation has no such function
            a: !!str [x]                     | 1:4 Unknown tag !!str, CloudFormation has no such function
            a: !!int x                       | 1:4 Tag !!int on 'x'
            a: !!null x                      | 1:4 Tag !!null on 'x'
            a: 1.0e+1001                     | 1:4 Number has an exponent beyond 1000
            a: 1.0e+99999999999              | 1:4 Number has an exponent beyond 1000
            ? [a]\\n: b                      | 1:3 A key has to be text
            ? {a: b}\\n: c                   | 1:3 A key has to be text
            !Ref a: b                        | 1:1 A key has to be text
            a: &a 1\\n*a : 2                 | 2:1 A key has to be text
            a: *a                            | 1:4 Alias *a has no anchor above it
            *a : 1                           | 1:1 Alias *a has no anchor above it
            a: &a [*a]                       | 1:8 Alias *a stands within its own anchor
            a: &a {<<: *a}                   | 1:12 Alias *a stands within its own anchor
            a: {<<: x}                       | 1:9 << merges mappings alone
            a: {<<: [{}, x]}                 | 1:14 << merges mappings alone
            a:\\n\\tb: 1                     | 2:1 found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)
            a:\\n  b: 1\\n c: 2              | 3:2 expected <block end>, but found '<block mapping start>'
            a: b: c                          | 1:5 mapping values are not allowed here
            a: [1, 2                         | 1:9 expected ',' or ']', but got <stream end>
            a: "x                            | 1:6 found unexpected end of stream
            a: "\\x"                         | 1:7 expected escape sequence of 2 hexadecimal numbers, but found: "
            a: "\\UFFFFFFFF"                 | 1:7 Escape of no Unicode character
            a: "\\U00110000"                 | 1:7 found unknown escape character 00110000
            %YAML 99999999999.1\\n--- a     | 1:18 found a number which cannot represent a valid version: 99999999999
            a: !<%zz> x                      | 1:7 expected URI escape sequence of 2 hexadecimal numbers, but found z(122) and z(122)
            a: !%FF%FE x                     | 1:5 expected URI in UTF-8: Input length = 1
            a: !Base64 !Sub x                | 1:12 expected <block end>, but found '<tag>'
            %YAML 2.0\\n--- a                | 1:1 found incompatible YAML document (version 1.* is required)
            a: x\u0007y                      | 1:5 Control character U+0007
            """)
    void isOneLineWithItsPlace(String escaped, String problem) {
        String yaml = escaped.replace("\\n", "\n").replace("\\t", "\t");
        fails(yaml, problem.replace("\\t", "\\t"));
    }

    @ParameterizedTest
    @CsvSource({"hello", "[]", "---", "10"})
    void rootIsAnObject(String yaml) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read(yaml.getBytes(StandardCharsets.UTF_8)))
                .withMessage("template must be a YAML object, got 'template.yaml': name the template of a stack");
    }

    @Test
    void notUtf8IsNamedWithItsPlace() {
        byte[] latin1 = "a: é\nbé: ü".getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read(latin1))
                .withMessage(
                        "template must be YAML, got 'template.yaml': 1:4 not UTF-8, save the file in that encoding");
        byte[] cut = {'a', ':', '\n', ' ', (byte) 0xC3};
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read(cut))
                .withMessage(
                        "template must be YAML, got 'template.yaml': 2:2 not UTF-8, save the file in that encoding");
    }

    @Test
    void largeContentIsRefused() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read(new byte[Source.MAX_BYTES + 1]))
                .withMessage("template must be at most 1048576 bytes, CloudFormation's own limit,"
                        + " got 'template.yaml': split the stack");
    }

    @Test
    void deepNestingIsNoStackOverflow() {
        fails("a: " + "[".repeat(500_000), "1:103 Nesting beyond 100 levels");
        fails("a: " + "{a: ".repeat(200_000), "1:400 Nesting beyond 100 levels");
        fails("- ".repeat(500_000), "1:201 Nesting beyond 100 levels");
        fails("a: " + "!Not [".repeat(150_000), "1:298 Nesting beyond 100 levels");
    }

    @Test
    void aliasesToAliasesAreCountedAsTheyExpand() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 20; level++) {
            yaml.append("a%d: &a%d [%s]\n".formatted(level, level, ("*a" + (level - 1) + ", ").repeat(10)));
        }
        fails(yaml.toString(), "6:15 More than 250000 values, aliases expanded");
    }

    @Test
    void aliasesToLongTextCountForMore() {
        String yaml = "a: &a " + "x".repeat(500_000) + "\nb: [" + "*a, ".repeat(100_000) + "]\n";
        fails(yaml, "2:197 More than 250000 values, aliases expanded");
    }

    @Test
    void mergesOfMergesAreCountedAsTheyExpand() {
        StringBuilder yaml = new StringBuilder("a0: &a0 {x: 1}\n");
        for (int level = 1; level < 40; level++) {
            yaml.append("a%1$d: &a%1$d {<<: [*a%2$d, *a%2$d, *a%2$d, *a%2$d]}\n".formatted(level, level - 1));
        }
        fails(yaml.toString(), "9:25 More than 250000 values, aliases expanded");
    }

    @Test
    void chainOfAliasesIsAsDeepAsItExpands() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x]\n");
        for (int level = 1; level < 200; level++) {
            yaml.append("a%d: &a%d [*a%d]\n".formatted(level, level, level - 1));
        }
        fails(yaml.toString(), "100:12 Nesting beyond 100 levels");
    }

    @Test
    @Timeout(60)
    void longNumberIsNotComputed() {
        assertThat(read(("a: " + "9".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8))
                        .fields())
                .containsOnlyKeys("a");
        assertThat(read(("a: 1" + ":1".repeat(500_000)).getBytes(StandardCharsets.UTF_8))
                        .fields())
                .containsOnlyKeys("a");
    }

    @Test
    void messageStaysOneShortLine() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read(("a: !" + "x".repeat(100_000) + " b").getBytes(StandardCharsets.UTF_8)))
                .satisfies(
                        error -> assertThat(error.getMessage()).hasLineCount(1).hasSizeLessThan(400));
    }

    /** Random damage to a good template, the same each time. */
    @Test
    void damageIsATemplateExceptionAtWorst() {
        Random random = new Random(5);
        String characters = "\"'\\:[]{}&*!|>%@`#,?-~<= \n\t\rxuU0F8.é\u2028";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder yaml = new StringBuilder("""
                    Resources: &r
                      Api: !If [Yes, "a\\x41\\u00e9", *r]
                      <<: {b: !!int 10, c: |-
                        text
                      }
                    """);
            for (int damage = 0; damage <= random.nextInt(4); damage++) {
                char character = characters.charAt(random.nextInt(characters.length()));
                yaml.setCharAt(random.nextInt(yaml.length()), character);
            }
            try {
                read(yaml.toString().getBytes(StandardCharsets.UTF_8));
            } catch (TemplateException expected) {
                assertThat(expected.getMessage()).hasLineCount(1);
            }
        }
    }

    private static void fails(String yaml, String problem) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read(yaml.getBytes(StandardCharsets.UTF_8)))
                .withMessage("template must be YAML, got 'template.yaml': " + problem)
                .satisfies(error -> assertThat(error.getMessage()).hasLineCount(1));
    }

    private static Value.Fields read(byte[] yaml) {
        return Document.read(new Source("template.yaml", yaml)).root();
    }
}
