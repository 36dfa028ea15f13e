package fr.entecole.journal;

import static fr.entecole.socle.Phrases.t;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The acts of all modules, found again by the code that the database keeps.
@Component
public class Actes {

    private final Map<String, Acte> parCode = new HashMap<>();

    Actes(List<ActesDeclares> declares) {
        for (var acte : declares.stream().flatMap(Actes::actes).toList()) {
            var other = parCode.putIfAbsent(acte.code(), acte);
            if (other != null) {
                throw new IllegalStateException("Two acts are kept as « %s »: %s and %s. Rename the newer one."
                        .formatted(acte.code(), named(other), named(acte)));
            }
        }
    }

    private static Stream<? extends Acte> actes(ActesDeclares declares) {
        return declares.actes().stream();
    }

    public Optional<Acte> find(String code) {
        return Optional.ofNullable(parCode.get(code));
    }

    /// Those in which some module has an act.
    public List<Famille> familles() {
        return parCode.values().stream().map(Acte::famille).distinct().sorted().toList();
    }

    Collection<Acte> all() {
        return parCode.values();
    }

    /// @param famille all of them when null
    /// @param ordinaires whether those of the everyday course are among them
    Set<String> codes(@Nullable Famille famille, boolean ordinaires) {
        return parCode.values().stream()
                .filter(acte -> famille == null || acte.famille() == famille)
                .filter(acte -> ordinaires || !acte.ordinaire())
                .map(Acte::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    Set<String> tentatives() {
        return parCode.values().stream()
                .filter(Acte::tentative)
                .map(Acte::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// A fact in words.
    ///
    /// @param raison why, when the fact says so
    /// @param objet name of whom or what it is about, null when nobody knows it any more
    public String phrase(String code, @Nullable String raison, @Nullable String objet) {
        return find(code)
                .map(acte -> acte.phrase(objet == null ? t("une personne qui n’est plus là") : objet, raison))
                .orElseGet(() -> t("Autre acte : {0}", code.replace('-', ' ')));
    }

    void check(Journal.Fait fait) {
        var acte = fait.acte();
        if (find(acte.code()).filter(acte::equals).isEmpty()) {
            throw new IllegalStateException(
                    "%s is offered to the journal by nobody: its enum needs an ActesDeclares bean."
                            .formatted(named(acte)));
        }
        switch (acte.definition().portee()) {
            case ECOLES -> {
                if (fait.ecoles() == null) {
                    throw new IllegalStateException(
                            "%s is read by heads: say inEcole or inEcoles, even of none.".formatted(named(acte)));
                }
            }
            case REGION -> {
                if (fait.ecoles() != null) {
                    throw new IllegalStateException(
                            "%s is read by the region alone: it names no school.".formatted(named(acte)));
                }
            }
        }
    }

    private static String named(Acte acte) {
        return acte.getClass().getName() + "." + acte.name();
    }
}
