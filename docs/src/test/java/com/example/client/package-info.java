/** A client of an API, as docs/how-to/back-off.md shows it. */
@NullMarked
package com.example.client;

import org.jspecify.annotations.NullMarked;
