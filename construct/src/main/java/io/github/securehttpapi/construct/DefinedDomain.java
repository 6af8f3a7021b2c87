package io.github.securehttpapi.construct;

import software.amazon.awscdk.services.apigatewayv2.ApiMapping;
import software.amazon.awscdk.services.apigatewayv2.IDomainName;

/**
 * A domain of an API, in the tree.
 *
 * @param name the domain
 * @param mapping what leads from it to the API's stage
 */
record DefinedDomain(IDomainName name, ApiMapping mapping) {}
