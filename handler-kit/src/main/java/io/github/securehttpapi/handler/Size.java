package io.github.securehttpapi.handler;

/** How many elements or members there have to be. Immutable. */
final class Size {
    private final int min;
    private final int max;
    private final String noun;

    Size(int min, int max, String noun) {
        if (min < 0 || min > max) {
            throw new IllegalArgumentException(
                    "minSize must be from 0 to maxSize, got '" + min + "' and maxSize '" + max + "'");
        }
        this.min = min;
        this.max = max;
        this.noun = noun;
    }

    Size withMin(int size) {
        return new Size(size, max, noun);
    }

    Size withMax(int size) {
        return new Size(min, size, noun);
    }

    int max() {
        return max;
    }

    boolean holds(int size, Violations found) {
        if (size < min) {
            found.add("too_few", "must have at least " + count(min), "min", min);
            return false;
        }
        if (size > max) {
            found.add("too_many", "must have at most " + count(max), "max", max);
            return false;
        }
        return true;
    }

    private String count(int size) {
        return size == 1 ? "1 " + noun : size + " " + noun + "s";
    }
}
