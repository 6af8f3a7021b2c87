package io.github.securehttpapi.local.internal.probe;

import java.util.LinkedHashMap;
import java.util.Map;

/** Texts that have broken others, by what they are. */
final class Hostile {
    static final String LOOK_UP = "${jndi:ldap://127.0.0.1:1/a}";

    static final String ENTITY = "<!DOCTYPE a [<!ENTITY xxe SYSTEM \"file:///etc/passwd\">]><a>&xxe;</a>";

    private Hostile() {}

    /** As Java text, to be put into JSON, headers, paths and queries in their own encodings. */
    static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("nothing", "");
        texts.put("blanks", "   ");
        texts.put("SQL", "' OR '1'='1'; DROP TABLE users;--");
        texts.put("a shell command", "; cat /etc/passwd | `id` $(id)");
        texts.put("a log4j look-up", LOOK_UP);
        String sum = Inspection.CALCULATION;
        texts.put("a template", "${" + sum + "}{{" + sum + "}}<%= " + sum + " %>#{" + sum + "}*{" + sum + "}");
        texts.put("a script", "<script>alert(1)</script>");
        texts.put("line ends", "a\r\n" + Inspection.INJECTED + ": 1\r\n\r\nb");
        texts.put("a NUL", "a\0b");
        texts.put("a format", "%s%n%x%d{0}{}");
        texts.put("a path", "../../../../../../etc/passwd");
        texts.put("an entity", ENTITY);
        texts.put("turned writing", "\u202eabc\u2066\u200b\ufeff");
        texts.put("an emoji", "\ud83d\ude00\ud83d\udc69\u200d\ud83d\udcbb");
        texts.put("stacked marks", "a" + "\u0301".repeat(200));
        texts.put("a prototype", "__proto__");
        texts.put("a huge number", "9".repeat(400));
        texts.put("an exponent", "1e99999");
        texts.put("a negative number", "-1");
        texts.put("a fraction", "0.1");
        texts.put("NaN", "NaN");
        texts.put("null", "null");
        texts.put("a long text", "a".repeat(3000));
        texts.put("slow words", "a".repeat(2000) + "!" + "\t".repeat(500) + "@".repeat(200));
        return texts;
    }
}
