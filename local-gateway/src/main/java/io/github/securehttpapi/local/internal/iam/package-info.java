/**
 * IAM authorization: verifies AWS Signature Version 4 with test credentials. Start at
 * {@link io.github.securehttpapi.local.internal.iam.IamAuthorizer}.
 */
@NullMarked
package io.github.securehttpapi.local.internal.iam;

import org.jspecify.annotations.NullMarked;
