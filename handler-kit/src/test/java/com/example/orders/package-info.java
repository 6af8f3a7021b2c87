/** What docs/reference/requests.md shows: outside the kit's package, so that it compiles with what is public. */
@NullMarked
package com.example.orders;

import org.jspecify.annotations.NullMarked;
