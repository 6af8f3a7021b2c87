package io.github.securehttpapi.local.internal.function;

import java.util.Set;

/** Classes that the class loaders of functions treat each in its way. As text: naming them must not load them. */
final class Names {
    private static final String RUNTIME = "io.github.securehttpapi.local.internal.function.runtime.";
    private static final String CORE = "com.amazonaws.services.lambda.runtime.";

    /** Stands in for {@link System} and {@link Runtime}. */
    static final String PROCESS = RUNTIME + "LambdaProcess";

    /** Leads to Lambda's serialization library. */
    static final String SERIALIZATION = RUNTIME + "LambdaSerialization";

    /** What the gateway knows of it. */
    static final Set<String> SERIALIZATION_API = Set.of(RUNTIME + "Serialization", RUNTIME + "Serialization$Codec");

    /** Each function has its own: they have static fields, and a logger that prints. */
    static final Set<String> OWN =
            Set.of(PROCESS, CORE + "LambdaRuntime", CORE + "LambdaRuntime$1", CORE + "LambdaRuntimeInternal");

    private Names() {}
}
