package io.secplat.workers.ingestion.file;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.Probe;
import io.secplat.workers.ingestion.LastInventory;
import io.secplat.workers.ingestion.MonitoredAsset;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** One JSON file, {@code monitored-assets.json}, readable by its owner only since addresses may be confidential. */
public final class FileLastInventory implements LastInventory {

    private static final String NAME = "monitored-assets.json";

    private final Path directory;

    public FileLastInventory(Path directory) {
        this.directory = directory;
    }

    @Override
    public Optional<List<MonitoredAsset>> recall() {
        Path file = directory.resolve(NAME);
        try (jakarta.json.JsonReader reader = Json.createReader(new StringReader(Files.readString(file)))) {
            return Optional.of(reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(FileLastInventory::read)
                    .toList());
        } catch (IOException | JsonException | IllegalArgumentException | ClassCastException e) {
            return Optional.empty();
        }
    }

    @Override
    public void keep(List<MonitoredAsset> assets) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        assets.forEach(asset -> array.add(new JsonWriter()
                .put("asset_key", asset.key().value())
                .put("probe", asset.probe().toJson())
                .build()));
        try {
            replace(array.build().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replace(String text) throws IOException {
        Files.createDirectories(directory);
        Path written = Files.createTempFile(directory, NAME, ".new");
        try {
            Files.writeString(written, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(written, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static MonitoredAsset read(JsonObject json) {
        JsonReader reader = new JsonReader(json);
        return new MonitoredAsset(
                new AssetKey(JsonReader.required("asset_key", reader.text("asset_key"))),
                Probe.fromJson(JsonReader.required("probe", reader.object("probe"))));
    }
}
