/** What docs/how-to/verify-webhooks.md shows: outside the kit's package, so that it compiles with what is public. */
@NullMarked
package com.example.webhook;

import org.jspecify.annotations.NullMarked;
