package fr.entecole.conventions;

import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Montant;
import fr.entecole.conventions.regles.Redaction;
import fr.entecole.conventions.regles.Redaction.Bloc;
import fr.entecole.papier.Feuillet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The convention of a year as it is signed, and the letters around it, to be set on paper.
public record ConventionImprimee(
        Convention convention,
        List<EcoleInscrite> ecoles,
        List<Bloc> blocs,
        @Nullable LocalDate date,
        Signees signees) {

    private static final String STYLE = style();

    /// With the list of its declaration: what avenants change stands in avenants.
    public static ConventionImprimee of(Convention convention) {
        return of(convention, new Signees("", "", convention.signatures().effet()));
    }

    /// As it is signed in the application: where the hand would sign stands who has, and when.
    public static ConventionImprimee of(Convention convention, Signees signees) {
        return new ConventionImprimee(
                convention,
                convention.ecoles(),
                Redaction.of(
                        convention.parametres(),
                        convention.declaration().partie(),
                        convention.ecoles(),
                        signees.date()),
                signees.date(),
                signees);
    }

    public Feuillet feuillet() {
        return new Feuillet("conventions/convention", Map.of("imprimee", this), STYLE);
    }

    /// The avenant of this number, with what it changes.
    public static Feuillet avenant(Convention convention, AvenantRecu avenant) {
        return avenant(convention, avenant, new Signees("", "", avenant.signeLe()));
    }

    public static Feuillet avenant(Convention convention, AvenantRecu avenant, Signees signees) {
        return new Feuillet(
                "conventions/avenant", Map.of("convention", convention, "avenant", avenant, "signees", signees), STYLE);
    }

    public static Feuillet lettre(Lettre lettre) {
        return new Feuillet("conventions/lettre", Map.of("lettre", lettre), STYLE);
    }

    Montant montant() {
        return convention.parametres().montant(ecoles.size());
    }

    private static String style() {
        try (var in = Objects.requireNonNull(
                ConventionImprimee.class.getResourceAsStream("/fr/entecole/conventions/convention.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What stands where each side signs.
    ///
    /// @param commune,region who has signed, and when; empty: room for a hand
    /// @param date of the last signature; null: one is missing
    public record Signees(
            String commune, String region, @Nullable LocalDate date) {}

    /// A letter to be sent by hand.
    ///
    /// @param de,a the two parties, with their addresses
    /// @param texte its paragraphs; an empty one is room to write
    /// @param signe who signs, and in which quality
    public record Lettre(
            List<String> de,
            List<String> a,
            String lieu,
            String date,
            String objet,
            String mention,
            List<String> texte,
            List<String> signe) {}
}
