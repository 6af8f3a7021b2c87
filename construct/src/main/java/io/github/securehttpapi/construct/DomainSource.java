package io.github.securehttpapi.construct;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.IDomainName;
import software.constructs.Construct;

/** Where the domain of an API comes from: its own construct, or another one. */
interface DomainSource {
    /** The domain's name, unresolved only if it was given like that. */
    String name();

    /** The same source, with mutual TLS. */
    DomainSource with(MutualTls mutualTls);

    /** What the execute-api endpoint would let round: nothing, unless the domain asks for certificates or may do so. */
    void requireNoMutualTls();

    void requireUsableIn(Stack stack);

    IDomainName define(Construct scope);
}
