package io.github.securehttpapi.local.internal.lambdaauth;

/** Patterns of IAM policies: {@code *} for any characters, {@code ?} for any one. */
final class Wildcards {
    private Wildcards() {}

    /** In a time proportional to both lengths at worst: goes back to the last star only. */
    static boolean match(String pattern, String text) {
        int inPattern = 0;
        int inText = 0;
        int star = -1;
        int resume = 0;
        while (inText < text.length()) {
            char expected = inPattern < pattern.length() ? pattern.charAt(inPattern) : '\0';
            if (expected == '*') {
                star = inPattern++;
                resume = inText;
            } else if (inPattern < pattern.length() && (expected == '?' || expected == text.charAt(inText))) {
                inPattern++;
                inText++;
            } else if (star >= 0) {
                inPattern = star + 1;
                inText = ++resume;
            } else {
                return false;
            }
        }
        while (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
            inPattern++;
        }
        return inPattern == pattern.length();
    }
}
