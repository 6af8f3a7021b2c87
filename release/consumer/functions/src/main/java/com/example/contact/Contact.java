package com.example.contact;

import static io.github.securehttpapi.handler.Decoders.field;
import static io.github.securehttpapi.handler.Decoders.object;
import static io.github.securehttpapi.handler.Decoders.string;

import io.github.securehttpapi.handler.Decoder;
import io.github.securehttpapi.handler.JsonWriter;

/**
 * Somebody who wants to be written to.
 *
 * @param name how they call themselves
 * @param email where they read
 */
record Contact(String name, String email) {
    // snippet:decoder
    static final Decoder<Contact> DECODER = object(
            Contact::new,
            field("name", string().trimmed().notBlank().singleLine().maxLength(100)),
            field("email", string().email()));
    // end

    void write(JsonWriter json) {
        json.put("name", name).put("email", email);
    }
}
