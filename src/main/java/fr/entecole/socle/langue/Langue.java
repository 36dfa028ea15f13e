package fr.entecole.socle.langue;

import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// A language that the house speaks: French, in which sentences are written, or one whose file stands in
/// `src/main/resources/langues`. What a file lacks is said in French. A request is answered in its reader's
/// ([LangueDuLecteur]); whoever else speaks (a letter, a sheet on paper, a task of the night) speaks French, unless
/// they say for whom: `langue.call(() -> …)`.
public final class Langue {

    public static final Langue FRANCAIS = new Langue("fr", "Français", "fr", true, Map.of());

    private static final ScopedValue<Langue> COURANTE = ScopedValue.newInstance();
    private static final Map<String, Langue> TOUTES = all();

    private final String code;
    private final String nom;
    private final Locale locale;
    private final Locale nombres;
    private final boolean relue;
    private final Map<String, String> phrases;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final Map<String, DateTimeFormatter> dates = new ConcurrentHashMap<>();

    private Langue(String code, String nom, String nombres, boolean relue, Map<String, String> phrases) {
        this.code = code;
        this.nom = nom;
        this.locale = Locale.of(code, "FR");
        // Figures of France, whatever those of the language: they stand on telephones, classes and codes too.
        this.nombres = new Locale.Builder()
                .setLanguage(nombres)
                .setRegion("FR")
                .setUnicodeLocaleKeyword("nu", "latn")
                .build();
        this.relue = relue;
        this.phrases = phrases;
    }

    /// The language of whoever reads what is being said.
    public static Langue courante() {
        return COURANTE.orElse(FRANCAIS);
    }

    public static Optional<Langue> of(String code) {
        return Optional.ofNullable(TOUTES.get(code));
    }

    /// French first.
    public static Collection<Langue> toutes() {
        return TOUTES.values();
    }

    /// Does something in this language.
    public <R, X extends Throwable> R call(ScopedValue.CallableOp<R, X> work) throws X {
        return ScopedValue.where(COURANTE, this).call(work);
    }

    /// As a page's `lang` writes it (BCP 47).
    public String code() {
        return code;
    }

    /// In its own words.
    public String nom() {
        return nom;
    }

    public Locale locale() {
        return locale;
    }

    public boolean droiteAGauche() {
        return ULocale.forLocale(locale).isRightToLeft();
    }

    /// As a page's `dir` writes it.
    public String sens() {
        return droiteAGauche() ? "rtl" : "ltr";
    }

    /// Whether somebody whose language it is has read it through.
    public boolean relue() {
        return relue;
    }

    public boolean translates(String francais) {
        return phrases.containsKey(francais);
    }

    /// French sentences and what this language says for them.
    Map<String, String> phrases() {
        return phrases;
    }

    public String say(String francais) {
        return phrases.getOrDefault(francais, francais);
    }

    public String say(String francais, Object... arguments) {
        var own = phrases.get(francais);
        return own == null ? FRANCAIS.fill(francais, arguments) : fill(own, arguments);
    }

    /// Fills in a sentence of this language.
    public String fill(String phrase, Object... arguments) {
        // ICU reads a straight apostrophe as a quote: it is doubled here, so that sentences are written plainly.
        var format = formats.computeIfAbsent(phrase, p -> new MessageFormat(p.replace("'", "''"), nombres));
        // Reading a pattern costs far more than filling it in; ICU's format is filled in by one thread at a time.
        synchronized (format) {
            return format.format(arguments);
        }
    }

    /// Writes dates with the names that this language gives days and months.
    public DateTimeFormatter dates(String pattern) {
        return dates.computeIfAbsent(pattern, p -> DateTimeFormatter.ofPattern(ordered(p), locale));
    }

    /// The same fields, as this language orders and joins them (« 2 de diciembre »). Occitan, whose dates CLDR has not
    /// written, goes as French does, like whatever fixes its own words between quotes.
    private String ordered(String pattern) {
        return nombres.getLanguage().equals("fr") || pattern.contains("'")
                ? pattern
                : DateTimePatternGenerator.getInstance(ULocale.forLocale(locale))
                        .getBestPattern(
                                pattern.replace(" ", "").replace("yyyy", "y"),
                                DateTimePatternGenerator.MATCH_ALL_FIELDS_LENGTH);
    }

    private static Map<String, Langue> all() {
        var all = new LinkedHashMap<String, Langue>();
        all.put(FRANCAIS.code, FRANCAIS);
        try {
            for (var file : new PathMatchingResourcePatternResolver(Langue.class.getClassLoader())
                    .getResources("classpath:langues/*.yaml")) {
                var name = String.valueOf(file.getFilename());
                try (var input = file.getInputStream()) {
                    all.put(name.replace(".yaml", ""), read(name.replace(".yaml", ""), input));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(all);
    }

    static Langue read(String code, InputStream input) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Map<String, Object> file = new Yaml(new SafeConstructor(options)).load(input);
        var phrases = new LinkedHashMap<String, String>();
        if (file.get("phrases") instanceof Map<?, ?> said) {
            said.forEach((francais, own) -> phrases.put(String.valueOf(francais), String.valueOf(own)));
        }
        return new Langue(
                code,
                String.valueOf(file.get("nom")),
                String.valueOf(file.getOrDefault("nombres", code)),
                Boolean.TRUE.equals(file.get("relue")),
                Collections.unmodifiableMap(phrases));
    }

    @Override
    public String toString() {
        return code;
    }
}
