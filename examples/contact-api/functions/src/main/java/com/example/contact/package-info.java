/** The functions behind the contact API, one handler a route. */
package com.example.contact;
