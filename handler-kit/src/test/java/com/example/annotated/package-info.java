/** What docs/how-to/use-annotations.md shows: outside the kit's package, so that it compiles with what is public. */
@NullMarked
package com.example.annotated;

import org.jspecify.annotations.NullMarked;
