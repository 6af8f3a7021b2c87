package io.github.securehttpapi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReportFormatsTest {
    private static Report report() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("date", "2026-11-23T02:40:08Z");
        environment.put("processor", "Abacus | 3000, 2 processors");
        Result start = new Result(
                "start",
                "From the start of the process.",
                List.of(
                        new Measurement("ours", "ms", Sample.of(1000, 1234, 1500)),
                        new Measurement("theirs", "s", Sample.of(2.25)),
                        new Measurement("ours", "ms", Sample.of(12.34)),
                        new Measurement("ours", "errors", Sample.of(0))),
                List.of(
                        new Claim("ours : theirs", Sample.of(0.5, 0.25, 0.75), Aim.atMost(0.5)),
                        new Claim("theirs : ours", Sample.of(2), Aim.atLeast(2.5)),
                        new Claim("ours : nobody's", Sample.of(1), null)));
        return new Report(
                environment,
                List.of(start),
                Map.of("load", "wrk must be on the PATH"),
                Map.of("warm", "java.lang.IllegalStateException: fork failed\n\tat JMH"));
    }

    @Test
    void markdownSaysWhatWasMissedSkippedAndBroken() {
        assertThat(MarkdownReport.of(report())).isEqualTo("""
                # Benchmarks

                2 aims: 1 met, 1 missed. 1 skipped, 1 failed.

                ## Aims

                | benchmark | figure          | median | middle half  | aim           |        |
                | --------- | --------------- | ------ | ------------ | ------------- | ------ |
                | start     | ours : theirs   | 0.50   | 0.38 to 0.63 | at most 0.50  | met    |
                | start     | theirs : ours   | 2.00   |              | at least 2.50 | MISSED |
                | start     | ours : nobody's | 1.00   |              | none          |        |

                ## Skipped

                - load: wrk must be on the PATH

                ## Failed

                - warm: java.lang.IllegalStateException: fork failed at JMH

                ## Machine and versions

                |           |                              |
                | --------- | ---------------------------- |
                | date      | 2026-11-23T02:40:08Z         |
                | processor | Abacus \\| 3000, 2 processors |

                ## start

                From the start of the process.

                |        | median | middle half    | unit   | rounds |
                | ------ | ------ | -------------- | ------ | ------ |
                | ours   | 1,234  | 1,117 to 1,367 | ms     | 3      |
                | theirs | 2.25   |                | s      | 1      |
                | ours   | 12.3   |                | ms     | 1      |
                | ours   | 0      |                | errors | 1      |

                """);
    }

    @Test
    void jsonHasWhatEachRoundMeasured() throws JsonProcessingException {
        Result result = new Result(
                "start",
                "Quickly.",
                List.of(new Measurement("ours", "ms", Sample.of(1, 2))),
                List.of(
                        new Claim("ours : theirs", Sample.of(3), Aim.atMost(2)),
                        new Claim("theirs : ours", Sample.of(3), null)));
        Report report = new Report(Map.of("JDK", "17.0.15"), List.of(result), Map.of("load", "no wrk"), Map.of());

        assertThat(JsonReport.of(report)).isEqualToNormalizingNewlines("""
                {
                  "environment" : {
                    "JDK" : "17.0.15"
                  },
                  "results" : [ {
                    "name" : "start",
                    "conditions" : "Quickly.",
                    "measurements" : [ {
                      "contestant" : "ours",
                      "unit" : "ms",
                      "sample" : {
                        "values" : [ 1.0, 2.0 ],
                        "median" : 1.5,
                        "lowerQuartile" : 1.25,
                        "upperQuartile" : 1.75
                      }
                    } ],
                    "claims" : [ {
                      "name" : "ours : theirs",
                      "measured" : {
                        "values" : [ 3.0 ],
                        "median" : 3.0,
                        "lowerQuartile" : 3.0,
                        "upperQuartile" : 3.0
                      },
                      "aim" : {
                        "bound" : "AT_MOST",
                        "limit" : 2.0
                      },
                      "missed" : true
                    }, {
                      "name" : "theirs : ours",
                      "measured" : {
                        "values" : [ 3.0 ],
                        "median" : 3.0,
                        "lowerQuartile" : 3.0,
                        "upperQuartile" : 3.0
                      },
                      "aim" : null,
                      "missed" : false
                    } ]
                  } ],
                  "skipped" : {
                    "load" : "no wrk"
                  },
                  "failed" : { }
                }
                """);
    }
}
