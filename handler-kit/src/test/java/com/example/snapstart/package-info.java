/** What docs/how-to/snapstart.md shows: outside the kit's package, so that it compiles with what is public. */
@NullMarked
package com.example.snapstart;

import org.jspecify.annotations.NullMarked;
