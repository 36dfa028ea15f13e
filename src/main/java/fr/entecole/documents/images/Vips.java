package fr.entecole.documents.images;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import fr.entecole.documents.images.ImageRefusee.Motif;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// libvips, called in place: it reads a picture by strips, turns it upright by itself, and writes WebP. Only those
/// readers that its authors trust are let in, one thread a picture.
/// <https://www.libvips.org/API/current/>
final class Vips {

    private static final String LIBRARY = "libvips.so.42";
    private static final int SIZE_DOWN = 2;

    private final MethodHandle open;
    private final MethodHandle width;
    private final MethodHandle height;
    private final MethodHandle alpha;
    private final MethodHandle thumbnail;
    private final MethodHandle write;
    private final MethodHandle unref;
    private final MethodHandle forget;

    private Vips(SymbolLookup vips, SymbolLookup objects) throws Throwable {
        var linker = Linker.nativeLinker();
        var image = FunctionDescriptor.of(JAVA_INT, ADDRESS);
        open = linker.downcallHandle(
                vips.findOrThrow("vips_image_new_from_file"),
                FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS),
                Linker.Option.firstVariadicArg(1));
        width = linker.downcallHandle(vips.findOrThrow("vips_image_get_width"), image);
        height = linker.downcallHandle(vips.findOrThrow("vips_image_get_height"), image);
        alpha = linker.downcallHandle(vips.findOrThrow("vips_image_hasalpha"), image);
        thumbnail = linker.downcallHandle(
                vips.findOrThrow("vips_thumbnail"),
                FunctionDescriptor.of(
                        JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS),
                Linker.Option.firstVariadicArg(3));
        write = linker.downcallHandle(
                vips.findOrThrow("vips_image_write_to_file"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS),
                Linker.Option.firstVariadicArg(2));
        unref = linker.downcallHandle(objects.findOrThrow("g_object_unref"), FunctionDescriptor.ofVoid(ADDRESS));
        forget = linker.downcallHandle(vips.findOrThrow("vips_error_clear"), FunctionDescriptor.ofVoid());
        try (var arena = Arena.ofConfined()) {
            // it would write on standard error what is wrong with each picture
            var set = linker.downcallHandle(
                    objects.findOrThrow("g_setenv"), FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
            var _ = (int) set.invokeExact(arena.allocateFrom("VIPS_WARNING"), arena.allocateFrom("0"), 1);
            var start = linker.downcallHandle(vips.findOrThrow("vips_init"), image);
            if ((int) start.invokeExact(arena.allocateFrom("ent")) != 0) {
                throw new IllegalStateException();
            }
        }
        var one = FunctionDescriptor.ofVoid(JAVA_INT);
        linker.downcallHandle(vips.findOrThrow("vips_block_untrusted_set"), one).invokeExact(1);
        linker.downcallHandle(vips.findOrThrow("vips_concurrency_set"), one).invokeExact(1);
        linker.downcallHandle(vips.findOrThrow("vips_cache_set_max"), one).invokeExact(0);
    }

    /// @return null where the machine has none
    static @Nullable Vips find() {
        try {
            return new Vips(
                    SymbolLookup.libraryLookup(LIBRARY, Arena.global()),
                    SymbolLookup.libraryLookup("libgobject-2.0.so.0", Arena.global())
                            .or(SymbolLookup.libraryLookup("libglib-2.0.so.0", Arena.global())));
        } catch (Throwable _) {
            return null;
        }
    }

    List<Rendu> of(Path source, String type, Path dossier, long most) throws ImageRefusee {
        boolean transparent = measure(source, most) && !type.equals("image/jpeg");
        List<Rendu> made = new ArrayList<>();
        if (type.equals("image/png") || (type.equals("image/webp") && transparent)) {
            made.add(make(source, Taille.PLEINE, type.substring("image/".length()), "", dossier));
        } else if (!type.equals("image/gif")) {
            made.add(make(source, Taille.PLEINE, "jpeg", "Q=85,", dossier));
        }
        made.add(make(source, Taille.ECRAN, "webp", "Q=80,", dossier));
        made.add(make(source, Taille.VIGNETTE, "webp", "Q=80,", dossier));
        return made;
    }

    /// @return whether it lets what is behind it be seen
    private boolean measure(Path source, long most) throws ImageRefusee {
        try (var arena = Arena.ofConfined()) {
            var image = opened(arena.allocateFrom(source.toString()));
            try {
                if ((long) (int) width.invokeExact(image) * (int) height.invokeExact(image) > most) {
                    throw new ImageRefusee(Motif.DEMESUREE);
                }
                return (int) alpha.invokeExact(image) != 0;
            } finally {
                unref.invokeExact(image);
            }
        } catch (Throwable e) {
            throw refused(e);
        }
    }

    private MemorySegment opened(MemorySegment name) throws Throwable {
        var image = (MemorySegment) open.invokeExact(name, MemorySegment.NULL);
        if (image.equals(MemorySegment.NULL)) {
            throw new ImageRefusee(Motif.ILLISIBLE);
        }
        return image;
    }

    private Rendu make(Path source, Taille taille, String format, String options, Path dossier) throws ImageRefusee {
        var file = dossier.resolve(taille.code() + "." + format);
        try (var arena = Arena.ofConfined()) {
            var result = arena.allocate(ADDRESS);
            int failed = (int) thumbnail.invokeExact(
                    arena.allocateFrom(source.toString()),
                    result,
                    taille.cote(),
                    arena.allocateFrom("height"),
                    taille.cote(),
                    arena.allocateFrom("size"),
                    SIZE_DOWN,
                    MemorySegment.NULL);
            if (failed != 0) {
                throw new ImageRefusee(Motif.ILLISIBLE);
            }
            var image = result.get(ADDRESS, 0);
            try {
                var name = arena.allocateFrom(file + "[" + options + "strip]");
                if ((int) write.invokeExact(image, name, MemorySegment.NULL) != 0) {
                    throw new ImageRefusee(Motif.ILLISIBLE);
                }
                return new Rendu(taille.code(), file, "image/" + format, (int) width.invokeExact(image), (int)
                        height.invokeExact(image));
            } finally {
                unref.invokeExact(image);
            }
        } catch (Throwable e) {
            throw refused(e);
        }
    }

    private ImageRefusee refused(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        try {
            forget.invokeExact();
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
        return e instanceof ImageRefusee refusal ? refusal : new ImageRefusee(Motif.ILLISIBLE);
    }
}
