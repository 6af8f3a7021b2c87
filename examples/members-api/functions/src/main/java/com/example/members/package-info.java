/** The functions behind the members API, and the authorizer of its partners. */
package com.example.members;
