package io.secplat.contracts.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.InputStream;
import java.io.Reader;
import java.util.Collection;
import java.util.Map;

/**
 * What {@link jakarta.json.Json} offers, from one provider that is looked up once. The original searches the class path at every call:
 * half of the notifier's processor time went there.
 */
public final class Json {

    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final JsonReaderFactory READERS = PROVIDER.createReaderFactory(Map.of());

    private Json() {}

    public static JsonReader createReader(Reader text) {
        return READERS.createReader(text);
    }

    public static JsonReader createReader(InputStream bytes) {
        return READERS.createReader(bytes);
    }

    /** Readers with these settings, as {@link jakarta.json.JsonConfig} names them. */
    public static JsonReaderFactory createReaderFactory(Map<String, ?> settings) {
        return PROVIDER.createReaderFactory(settings);
    }

    public static JsonParser createParser(Reader text) {
        return PROVIDER.createParser(text);
    }

    public static JsonObjectBuilder createObjectBuilder() {
        return PROVIDER.createObjectBuilder();
    }

    /** One that begins with the members of that object. */
    public static JsonObjectBuilder createObjectBuilder(JsonObject members) {
        return PROVIDER.createObjectBuilder(members);
    }

    public static JsonArrayBuilder createArrayBuilder() {
        return PROVIDER.createArrayBuilder();
    }

    /** One that begins with these entries: texts, numbers, booleans or JSON values. */
    public static JsonArrayBuilder createArrayBuilder(Collection<?> entries) {
        return PROVIDER.createArrayBuilder(entries);
    }

    public static JsonString createValue(String text) {
        return PROVIDER.createValue(text);
    }

    public static JsonNumber createValue(int number) {
        return PROVIDER.createValue(number);
    }

    public static JsonNumber createValue(long number) {
        return PROVIDER.createValue(number);
    }

    public static JsonNumber createValue(double number) {
        return PROVIDER.createValue(number);
    }
}
