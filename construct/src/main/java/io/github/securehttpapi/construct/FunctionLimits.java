package io.github.securehttpapi.construct;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.lambda.FunctionProps;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.RuntimeFamily;

/** The ranges of a function's settings, most of which the CDK leaves to the deployment. */
final class FunctionLimits {
    /** In MB. "Lambda quotas", AWS Lambda developer guide: function memory allocation. */
    private static final int SMALLEST_MEMORY = 128;

    private static final int LARGEST_MEMORY = 10_240;

    /** In milliseconds. {@code CreateFunction}, Lambda API reference: {@code Timeout} counts in whole seconds. */
    private static final long SECOND = 1_000;

    /** In milliseconds. "Lambda quotas": function timeout, 15 minutes. */
    private static final long LONGEST_TIMEOUT = 900 * SECOND;

    /** In MB. "Lambda quotas": {@code /tmp} directory storage. The smallest is also all that SnapStart takes. */
    private static final int SMALLEST_STORAGE = 512;

    private static final int LARGEST_STORAGE = 10_240;

    /** {@code CreateFunction}, Lambda API reference: {@code Description}. */
    private static final int LONGEST_DESCRIPTION = 256;

    private FunctionLimits() {}

    static void requireMemorySize(Number megabytes) {
        if (!isWhole(megabytes, SMALLEST_MEMORY, LARGEST_MEMORY) && !isToken(megabytes)) {
            throw new IllegalArgumentException("memorySize must be a whole number of MB from " + SMALLEST_MEMORY
                    + " to " + LARGEST_MEMORY + ", got '" + megabytes + "': 512 suits most handlers");
        }
    }

    static void requireTimeout(Duration timeout) {
        if (Boolean.TRUE.equals(timeout.isUnresolved())) {
            return;
        }
        double millis = timeout.toMilliseconds().doubleValue();
        if (millis < SECOND || millis > LONGEST_TIMEOUT || millis % SECOND != 0) {
            throw new IllegalArgumentException("timeout must be whole seconds from 1 s to 900 s, got '" + (long) millis
                    + " ms': answer 202 and do the rest in a queue or state machine if it takes longer");
        }
    }

    static void requireEphemeralStorage(Size size) {
        if (isKnown(size) && !isWhole(size.toMebibytes(), SMALLEST_STORAGE, LARGEST_STORAGE)) {
            throw new IllegalArgumentException("ephemeralStorageSize must be from " + SMALLEST_STORAGE + " MB to "
                    + LARGEST_STORAGE + " MB, got '" + size.toMebibytes() + " MB': keep larger files in S3");
        }
    }

    static void requireReservedConcurrency(Number limit) {
        if (!isWhole(limit, 1, Integer.MAX_VALUE) && !isToken(limit)) {
            throw new IllegalArgumentException("reservedConcurrency must be a whole number from 1, got '" + limit
                    + "': 0 would refuse every call; to lift the cap, call unreservedConcurrency(true)");
        }
    }

    static void requireDescription(String description) {
        if (description.length() > LONGEST_DESCRIPTION && !isToken(description)) {
            throw new IllegalArgumentException("description must be no more than " + LONGEST_DESCRIPTION
                    + " characters, got '" + description + "': shorten it");
        }
    }

    static void requireRuntime(Runtime runtime) {
        if (runtime.getFamily() != RuntimeFamily.JAVA) {
            throw new IllegalArgumentException("runtime must be one of Lambda's for Java, got '" + runtime.getName()
                    + "': take one of the constants Runtime.JAVA_…");
        }
    }

    /** "Improving startup performance with Lambda SnapStart", AWS Lambda developer guide: what it does not support. */
    static void requireSnapStart(FunctionProps settings) {
        if (settings.getSnapStart() == null) {
            return;
        }
        Runtime runtime = settings.getRuntime();
        if (!Boolean.TRUE.equals(runtime.getSupportsSnapStart())) {
            throw new IllegalStateException("runtime must support SnapStart, got '" + runtime.getName()
                    + "': take Java 11 or later, or say snapStart(false)");
        }
        Size storage = settings.getEphemeralStorageSize();
        if (storage != null && isKnown(storage) && storage.toMebibytes().doubleValue() > SMALLEST_STORAGE) {
            throw new IllegalStateException("ephemeralStorageSize must be " + SMALLEST_STORAGE
                    + " MB with SnapStart, got '" + storage.toMebibytes()
                    + " MB': keep larger files in S3, or say snapStart(false)");
        }
    }

    private static boolean isWhole(Number number, int smallest, int largest) {
        double value = number.doubleValue();
        return value >= smallest && value <= largest && value == Math.rint(value);
    }

    private static boolean isKnown(Size size) {
        return !Boolean.TRUE.equals(size.isUnresolved());
    }

    private static boolean isToken(Object value) {
        return Boolean.TRUE.equals(Token.isUnresolved(value));
    }
}
