package fr.entecole.socle.langue;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The languages that the region offers (`ent.langues`), besides French.
///
/// @param offertes codes of those that are offered at the door and on « Langues », and that answer a browser which
///     prefers them; all that have a file by default
@ConfigurationProperties("ent.langues")
public record LanguesReglages(
        @DefaultValue({"ar", "ca", "en", "es", "oc", "pt", "tr", "uk"})
        List<String> offertes) {

    public LanguesReglages {
        for (var code : offertes) {
            if (Langue.of(code).isEmpty()) {
                throw new IllegalArgumentException("ent.langues.offertes: langues/" + code + ".yaml manque");
            }
        }
    }

    /// French first.
    public List<Langue> choix() {
        return Stream.concat(Stream.of("fr"), offertes.stream())
                .distinct()
                .flatMap(code -> Langue.of(code).stream())
                .toList();
    }
}
