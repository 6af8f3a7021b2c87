/** The CDK app of the contact API: start at {@link com.example.contact.infra.ContactApiStack}. */
package com.example.contact.infra;
