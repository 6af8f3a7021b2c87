package com.example.postage;

import io.github.securehttpapi.handler.JsonWriter;

/** Where a parcel goes, and what that costs. */
enum Zone {
    HOME("home", 300, 2),
    ABROAD("abroad", 900, 7);

    private final String name;
    private final int base;
    private final int each;

    Zone(String name, int base, int each) {
        this.name = name;
        this.base = base;
        this.each = each;
    }

    String wireName() {
        return name;
    }

    /** Cents: the zone's base price, and more for each 10 grams that the parcel begins. */
    int price(int grams) {
        return base + each * ((grams + 9) / 10);
    }

    void write(JsonWriter json) {
        json.put("zone", name).put("base", base).put("each10Grams", each);
    }
}
