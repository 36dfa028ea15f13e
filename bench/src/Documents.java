package fr.entecole.bench;

import static fr.entecole.bench.Releve.number;
import static fr.entecole.bench.Releve.row;
import static fr.entecole.bench.Releve.spread;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/// `./ent bench documents`: files that go up in parts and come down.
final class Documents {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int OCTETS = Integer.getInteger("bench.megabytes", 100) * 1_000_000;
    private static final int AT_ONCE = Integer.getInteger("bench.uploads", 50);
    private static final int PART = 1 << 20;
    private static final String SETTING = "--ent.documents.document=1000MB";
    private static final String QUOTA = "--ent.documents.adulte=1000GB";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final String METHOD = """
            The application runs from the jar that ships, on the demonstration base with its embedded PostgreSQL, `%s`, \
            files on the local disk. One person sends a file of %d MB (random bytes behind the first ones of a PDF) in \
            parts of 1 MiB, one after the other, as the page does, over HTTP on the loopback, then reads it back; a \
            plain copy writes the same bytes on the same disk and brings them there (`force`). Then %d files of \
            10 MB go up at once, and %d photographs of 12 million points, one after the other, with libvips and without. Heap is read with `jstat` every 20 ms: in \
            use, garbage included, and what a collection left. Load average before: %s.""";

    private final String address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String cookie;
    private final String csrf;

    Documents(Application app) throws Exception {
        address = app.address();
        var visitor = Visiteur.enter(address, "Claire Estève");
        var found = CSRF.matcher(visitor.page("/mon-compte"));
        if (!found.find()) {
            throw new IllegalStateException("no form on /mon-compte");
        }
        csrf = found.group(1);
        cookie = visitor.cookieHeader();
    }

    public static void main(String[] args) throws Exception {
        var releve = new Releve("documents", "Files that are attached", args);
        releve.paragraph(METHOD.formatted(
                String.join(" ", Application.OPTIONS), OCTETS / 1_000_000, AT_ONCE, ROUNDS, Releve.load()));
        List<List<String>> rows = new ArrayList<>();
        try (var folder = Dossier.create("documents")) {
            try (var app = Application.start(folder.of("donnees"), SETTING, QUOTA)) {
                var bench = new Documents(app);
                bench.oneLarge(folder.of("copie"), rows);
                bench.manyAtOnce(app, rows);
                bench.pictures(app, "libvips where it is there", rows);
            }
            try (var app = Application.start(folder.of("autre"), "--ent.documents.images.vips=false", QUOTA)) {
                new Documents(app).pictures(app, "JDK alone", rows);
            }
        }
        releve.table(List.of("figure", "value"), rows).write();
    }

    private void oneLarge(Path copy, List<List<String>> rows) throws Exception {
        List<Double> plain = new ArrayList<>();
        List<Double> up = new ArrayList<>();
        List<Double> down = new ArrayList<>();
        for (int i = 0; i <= ROUNDS; i++) {
            var bytes = pdf(OCTETS, i);
            double copied = seconds(() -> copy(copy, bytes));
            var id = new String[1];
            double sent = seconds(() -> id[0] = send("grand.pdf", bytes));
            double read = seconds(() -> read(id[0]));
            if (i > 0) {
                plain.add(copied);
                up.add(sent / copied);
                down.add(read / copied);
            }
        }
        rows.add(row("plain copy, s", spread("%.2f", plain)));
        rows.add(row("**upload, times a plain copy**", spread("%.1f", up)));
        rows.add(row("**download, times a plain copy**", spread("%.1f", down)));
    }

    private void manyAtOnce(Application app, List<List<String>> rows) throws Exception {
        try (var tas = new Tas(app.pid());
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> uploads = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                var bytes = pdf(10_000_000, 1_000 + i);
                int number = i;
                uploads.add(() -> send("ensemble-" + number + ".pdf", bytes));
            }
            double took = seconds(() -> {
                for (var upload : people.invokeAll(uploads)) {
                    upload.get();
                }
                return null;
            });
            rows.add(row(AT_ONCE + " of 10 MB at once, s", number("%.1f", took)));
            rows.add(row("**… peak heap after a collection, MB**", number("%.0f", tas.keptMb())));
            rows.add(row("… peak heap in use, MB", number("%.0f", tas.peakMb())));
        }
    }

    private void pictures(Application app, String how, List<List<String>> rows) throws Exception {
        List<Double> took = new ArrayList<>();
        try (var tas = new Tas(app.pid())) {
            for (int i = 0; i <= ROUNDS; i++) {
                var bytes = photo(i);
                double one = seconds(() -> send("photo.jpg", bytes));
                if (i > 0) {
                    took.add(one);
                }
            }
            rows.add(row("**12 Mpx photograph, " + how + ", s**", spread("%.2f", took)));
            rows.add(row("… peak heap in use, MB", number("%.0f", tas.peakMb())));
        }
    }

    String send(String name, byte[] bytes) throws Exception {
        var id = found(post(
                "/documents/envois",
                "application/x-www-form-urlencoded",
                ("nom=" + name + "&octets=" + bytes.length).getBytes()));
        for (int from = 0; from < bytes.length; from += PART) {
            post(
                    "/documents/envois/" + id + "/suite?debut=" + from,
                    "application/octet-stream",
                    Arrays.copyOfRange(bytes, from, Math.min(from + PART, bytes.length)));
        }
        return id;
    }

    private String post(String path, String type, byte[] body) throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Cookie", cookie)
                        .header("X-XSRF-TOKEN", csrf)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private Void read(String id) throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(address + "/documents/" + id))
                        .header("Cookie", cookie)
                        .build(),
                BodyHandlers.discarding());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("download: " + answer.statusCode());
        }
        return null;
    }

    private static String found(String json) {
        var found = ID.matcher(json);
        if (!found.find()) {
            throw new IllegalStateException(json);
        }
        return found.group(1);
    }

    private static Void copy(Path target, byte[] bytes) throws Exception {
        Files.write(target, bytes);
        try (var channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return null;
    }

    private static double seconds(Callable<?> work) throws Exception {
        long begin = System.nanoTime();
        work.call();
        return (System.nanoTime() - begin) / 1e9;
    }

    static byte[] pdf(int length, int seed) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        System.arraycopy("%PDF-1.7\n".getBytes(), 0, bytes, 0, 9);
        return bytes;
    }

    private static byte[] photo(int seed) throws Exception {
        var picture = new BufferedImage(4_000, 3_000, BufferedImage.TYPE_INT_RGB);
        var random = new Random(seed);
        for (int y = 0; y < 3_000; y++) {
            for (int x = 0; x < 4_000; x++) {
                picture.setRGB(x, y, (x * 255 / 4_000) << 16 | (y * 255 / 3_000) << 8 | random.nextInt(64));
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
