package io.github.securehttpapi.review.command;

/** Values of a template in GitHub's Markdown: as they are, whatever they hold. */
final class Markdown {
    private static final int SHORTEST_FENCE = 3;

    private Markdown() {}

    static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** In the type of code; not a span of it, in which a back quote could not be told from the end. */
    static String code(String text) {
        return "<code>" + text(text) + "</code>";
    }

    /** All that is punctuation in ASCII may be escaped (CommonMark, 2.4), and so means nothing. */
    static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        Printable.line(text).chars().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                // GitHub looks for names and numbers in what is rendered: an element keeps them apart from their sign.
                case '@', '#' ->
                    escaped.append("<span>").append((char) character).append("</span>");
                default -> {
                    if (isMarkup(character)) {
                        escaped.append('\\');
                    }
                    escaped.append((char) character);
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isMarkup(int character) {
        return "\\`*_{}[]()!|~:^$\"".indexOf(character) >= 0;
    }

    /** A fenced block, its fence longer than any run of back quotes in it; nothing for nothing. */
    static String block(String code) {
        if (code.isEmpty()) {
            return "";
        }
        int longest = SHORTEST_FENCE - 1;
        int run = 0;
        for (int i = 0; i < code.length(); i++) {
            run = code.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        return fence + "\n" + Printable.lines(code).stripTrailing() + "\n" + fence + "\n\n";
    }
}
