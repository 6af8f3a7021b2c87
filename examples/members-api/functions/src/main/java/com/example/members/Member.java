package com.example.members;

import static io.github.securehttpapi.handler.Decoders.field;
import static io.github.securehttpapi.handler.Decoders.object;
import static io.github.securehttpapi.handler.Decoders.string;

import io.github.securehttpapi.handler.Decoder;
import io.github.securehttpapi.handler.JsonWriter;

/**
 * A member.
 *
 * @param name how they call themselves
 * @param email where they read
 */
record Member(String name, String email) {
    static final Decoder<Member> DECODER = object(
            Member::new,
            field("name", string().trimmed().notBlank().singleLine().maxLength(100)),
            field("email", string().email()));

    void write(JsonWriter json) {
        json.put("name", name).put("email", email);
    }
}
