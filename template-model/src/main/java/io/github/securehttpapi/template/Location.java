package io.github.securehttpapi.template;

/**
 * Where a value stands in the template file.
 *
 * @param line the line, from 1
 * @param column the column, from 1
 */
public record Location(int line, int column) {
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
