package io.github.securehttpapi.local.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What {@code --handler} says of a function.
 *
 * @param logicalId the function's logical id
 * @param jarOrClass its other code, or its other handler
 */
record Replacement(String logicalId, String jarOrClass) {
    /** Reads {@code LOGICAL_ID=JAR_OR_CLASS}. */
    static final class Converter implements ITypeConverter<Replacement> {
        @Override
        public Replacement convert(String text) {
            int equals = text.indexOf('=');
            if (equals < 1 || equals == text.length() - 1) {
                throw new TypeConversionException("write it like ContactFunction=target/functions.jar");
            }
            return new Replacement(text.substring(0, equals), text.substring(equals + 1));
        }
    }
}
