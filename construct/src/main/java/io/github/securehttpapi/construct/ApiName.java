package io.github.securehttpapi.construct;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.constructs.Construct;

/** The name of an API in the console. */
final class ApiName {
    /** {@code CreateApi}, API Gateway V2 API reference: {@code StringWithLengthBetween1And128}. */
    private static final int LONGEST = 128;

    private ApiName() {}

    static void require(String name) {
        require(name, "choose another one");
    }

    private static void require(String name, String fix) {
        boolean known = !Boolean.TRUE.equals(Token.isUnresolved(name));
        if (known && (name.isBlank() || name.length() > LONGEST)) {
            throw new IllegalArgumentException(
                    "apiName must be 1 to " + LONGEST + " characters, got '" + name + "': " + fix);
        }
    }

    /** With the stack's name, since the construct's id is the same in all stacks of a kind. */
    static String byDefault(Construct api, String id) {
        String name = Stack.of(api).getStackName() + "-" + id;
        require(name, "pass a shorter one than the default to apiName(…)");
        return name;
    }
}
