/** An API behind CloudFront and AWS WAF, as docs/how-to/put-waf-in-front.md shows it. */
@NullMarked
package com.example.firewall;

import org.jspecify.annotations.NullMarked;
