package io.github.securehttpapi.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlReaderTest {
    @Nested
    final class Scalars {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2012-10-17",
                    "2001-12-14t21:59:43.10-05:00",
                    "'10'",
                    "\"true\"",
                    "! 10",
                    "!!str 10",
                    "012345678901",
                    "1e3",
                    "1.0e3",
                    "0b",
                    "0x",
                    "0o17",
                    "1,000",
                    "+",
                    ".",
                    "=",
                    ".inf",
                    "-.INF",
                    ".NaN",
                    "y",
                    "n",
                    "tRUE",
                    "nULL",
                    "GET /contacts",
                    "|-\n  10",
                    "1:60",
                    "$default"
                })
        void textStaysText(String text) {
            assertThat(value(text)).isInstanceOf(Value.Text.class);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                10                 | 10
                -10                | -10
                +10                | 10
                0                  | 0
                1_000              | 1000
                012345670123       | 1402433619
                -017               | -15
                0x1F               | 31
                -0xff              | -255
                0b1010             | 10
                190:20:30          | 685230
                -1:30              | -90
                2.0                | 2.0
                1.10               | 1.10
                .5                 | 0.5
                5.                 | 5
                1_0.5              | 10.5
                1.5e+3             | 1.5E+3
                !!int 10           | 10
                !!float 10         | 10
                """)
        void numbersAreYaml11s(String text, String number) {
            assertThat(value(text)).isInstanceOf(Value.Numeric.class);
            assertThat(Expression.of(value(text))).isEqualTo(number);
        }

        @ParameterizedTest
        @ValueSource(strings = {"true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "!!bool yes"})
        void yesIsTrue(String text) {
            assertThat(value(text)).isEqualTo(new Value.Flag(true, value(text).location()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"})
        void noIsFalse(String text) {
            assertThat(value(text)).isEqualTo(new Value.Flag(false, value(text).location()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "~", "null", "Null", "NULL", "!!null ~"})
        void nothingIsNothing(String text) {
            assertThat(value(text)).isInstanceOf(Value.Nothing.class);
        }

        @Test
        void numberBeyondAllUseIsText() {
            assertThat(value("9".repeat(1001))).isInstanceOf(Value.Text.class);
        }

        @Test
        void keysAreTextWhateverTheyLookLike() {
            assertThat(read("200: a\non: b\n2012-10-17: c\n~: d\n!!str e: e\n").fields())
                    .containsOnlyKeys("200", "on", "2012-10-17", "~", "e");
        }
    }

    @Nested
    final class Functions {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                !Ref Api                          | {"Ref":"Api"}
                !Condition Yes                    | {"Condition":"Yes"}
                !GetAtt Function.Arn              | {"Fn::GetAtt":["Function","Arn"]}
                !GetAtt Nested.Outputs.Url        | {"Fn::GetAtt":["Nested","Outputs.Url"]}
                !GetAtt [Function, Arn]           | {"Fn::GetAtt":["Function","Arn"]}
                !GetAtt Function                  | {"Fn::GetAtt":"Function"}
                !Sub "${Api}/*"                   | {"Fn::Sub":"${Api}/*"}
                !Sub ["${A}", {A: !Ref B}]        | {"Fn::Sub":["${A}",{"A":{"Ref":"B"}}]}
                !If [Prod, 1, !Ref AWS::NoValue]   | {"Fn::If":["Prod",1,{"Ref":"AWS::NoValue"}]}
                !Join ["", [a, b]]                | {"Fn::Join":["",["a","b"]]}
                !Select [0, !Split [",", "a,b"]]  | {"Fn::Select":[0,{"Fn::Split":[",","a,b"]}]}
                !FindInMap [Regions, eu, Name]    | {"Fn::FindInMap":["Regions","eu","Name"]}
                !Equals [!Ref Stage, prod]        | {"Fn::Equals":[{"Ref":"Stage"},"prod"]}
                !And [!Condition A, !Condition B] | {"Fn::And":[{"Condition":"A"},{"Condition":"B"}]}
                !Or [!Condition A, !Condition B]  | {"Fn::Or":[{"Condition":"A"},{"Condition":"B"}]}
                !Not [!Condition A]               | {"Fn::Not":[{"Condition":"A"}]}
                !Base64 text                      | {"Fn::Base64":"text"}
                !Cidr [!Ref Block, 6, 5]          | {"Fn::Cidr":[{"Ref":"Block"},6,5]}
                !GetAZs ""                        | {"Fn::GetAZs":""}
                !ImportValue 10                   | {"Fn::ImportValue":"10"}
                !Transform {Name: AWS::Include}   | {"Fn::Transform":{"Name":"AWS::Include"}}
                !ToJsonString {a: 1}              | {"Fn::ToJsonString":{"a":1}}
                !Length [a]                       | {"Fn::Length":["a"]}
                Fn::Sub: "${Api}"                 | {"Fn::Sub":"${Api}"}
                """)
        void shortFormsBecomeLongOnes(String text, String json) {
            assertThat(Expression.of(value("\n  " + text))).isEqualTo(json);
        }
    }

    @Nested
    final class Anchors {
        @Test
        void aliasIsWhatItsAnchorIsAndKeepsItsPlace() {
            Value.Fields root = read("a: &a [x, &b 10]\nb: *a\nc: *b\n");
            assertThat(root.fields().get("b")).isEqualTo(root.fields().get("a"));
            assertThat(at(root, "b").location()).isEqualTo(new Location(1, 4));
            assertThat(Expression.of(at(root, "c"))).isEqualTo("10");
        }

        @Test
        void laterAnchorOfTheSameNameWins() {
            assertThat(Expression.of(read("a: &a 1\nb: &a 2\nc: *a\n"))).isEqualTo("{\"a\":1,\"b\":2,\"c\":2}");
        }

        @Test
        void aliasOfATextMayBeAKey() {
            assertThat(Expression.of(read("a: &a x\n*a : 1\n&k b: *k\n")))
                    .isEqualTo("{\"a\":\"x\",\"x\":1,\"b\":\"b\"}");
        }

        @Test
        void mergedFieldsGiveWayToOwnOnes() {
            assertThat(Expression.of(read("""
                    base: &base {Runtime: java21, Timeout: 3}
                    one: {<<: *base, Timeout: 10}
                    two: {Timeout: 10, <<: *base}
                    """)))
                    .isEqualTo("{\"base\":{\"Runtime\":\"java21\",\"Timeout\":3},"
                            + "\"one\":{\"Runtime\":\"java21\",\"Timeout\":10},"
                            + "\"two\":{\"Runtime\":\"java21\",\"Timeout\":10}}");
        }

        @Test
        void ofMergedMappingsTheFirstWins() {
            assertThat(Expression.of(read("a: &a {k: 1}\nb: &b {k: 2, l: 2}\nc: {<<: [*a, *b]}\n")))
                    .endsWith("\"c\":{\"k\":1,\"l\":2}}");
        }

        @Test
        void quotedMergeKeyIsAName() {
            assertThat(read("a: {'<<': 1}\n").fields().get("a"))
                    .isEqualTo(new Value.Fields(
                            Map.of("<<", new Value.Numeric(BigDecimal.ONE, new Location(1, 11))), new Location(1, 4)));
        }
    }

    @Nested
    final class Places {
        private final Value.Fields root = read("""
                # A comment
                Resources:
                  Api:
                    Names: [é, "b", 'c']
                    List:
                    - !Ref A
                    - |
                      text
                    Empty:
                    "😀": {x: &a !Sub "${A}"}
                """);

        private final Value.Fields api = (Value.Fields) at(at(root, "Resources"), "Api");

        @Test
        void areOfTheFirstCharacterOfTheValue() {
            assertThat(root.location()).isEqualTo(new Location(2, 1));
            assertThat(at(root, "Resources").location()).isEqualTo(new Location(3, 3));
            assertThat(api.location()).isEqualTo(new Location(4, 5));
            assertThat(at(api, "Names").location()).isEqualTo(new Location(4, 12));
            assertThat(items(at(api, "Names")))
                    .extracting(Value::location)
                    .containsExactly(new Location(4, 13), new Location(4, 16), new Location(4, 21));
            assertThat(at(api, "List").location()).isEqualTo(new Location(6, 5));
            assertThat(items(at(api, "List")))
                    .extracting(Value::location)
                    .containsExactly(new Location(6, 7), new Location(7, 7));
            assertThat(at(api, "Empty").location()).isEqualTo(new Location(9, 11));
        }

        @Test
        void countCharactersAndIncludeAnchorAndTag() {
            assertThat(at(at(api, "😀"), "x").location()).isEqualTo(new Location(10, 14));
        }

        @Test
        void byteOrderMarkAndCarriageReturnsCountForNothing() {
            Value.Fields marked = read("\uFEFFa: 1\r\nb: 2\r\n");
            assertThat(at(marked, "a").location()).isEqualTo(new Location(1, 4));
            assertThat(at(marked, "b").location()).isEqualTo(new Location(2, 4));
        }

        private static List<Value> items(Value list) {
            return ((Value.Items) list).items();
        }
    }

    private static Value value(String text) {
        return at(read("a: " + text + "\n"), "a");
    }

    private static Value at(Value object, String name) {
        return Objects.requireNonNull(((Value.Fields) object).fields().get(name));
    }

    private static Value.Fields read(String yaml) {
        return YamlReader.read(new Source("template.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
