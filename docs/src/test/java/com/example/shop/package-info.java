/** An API that spares what is behind it, as docs/how-to/protect-what-is-behind.md shows it. */
@NullMarked
package com.example.shop;

import org.jspecify.annotations.NullMarked;
