/** What pages of docs/how-to show: outside the project's own packages, so that it compiles with what is public. */
@NullMarked
package com.example.howto;

import org.jspecify.annotations.NullMarked;
