package com.example.postage;

import static io.github.securehttpapi.handler.Decoders.enumOf;
import static io.github.securehttpapi.handler.Decoders.field;
import static io.github.securehttpapi.handler.Decoders.integer;
import static io.github.securehttpapi.handler.Decoders.object;

import io.github.securehttpapi.handler.Decoder;

/** What somebody wants to send. */
record Parcel(int grams, Zone zone) {
    static final Decoder<Parcel> DECODER = object(
            Parcel::new,
            field("grams", integer().min(1).max(30_000)),
            field("zone", enumOf(Zone.values(), Zone::wireName)));

    int price() {
        return zone.price(grams);
    }
}
