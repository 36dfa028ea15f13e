package fr.entecole.conventions;

import fr.entecole.conventions.Declaration.Genre;
import fr.entecole.conventions.regles.Attente;
import fr.entecole.conventions.regles.Cessation;
import fr.entecole.conventions.regles.Cessation.Etape;
import fr.entecole.conventions.regles.EcoleChangee;
import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Engagement;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.conventions.regles.Facturation;
import fr.entecole.conventions.regles.Montant;
import fr.entecole.conventions.regles.Parametres;
import fr.entecole.conventions.regles.Succession;
import fr.entecole.socle.AnneeScolaire;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A convention with all that has happened to it; where it stands on a day is computed from it.
///
/// @param fige its parameters are those of the day on which it was sent; before, the latest of its year
/// @param ecoles the list of its declaration
/// @param signatures what was sent and signed; [#faits] has the end too
/// @param acte the commune’s own act has come
/// @param relance day of the last reminder
/// @param renouvelee another one with both signatures follows it
/// @param suites what came after and is not settled
/// @param succession who answers for it since the commune that signed is no more; null: that commune itself
/// @param changees what the directory and the region say of its schools today where it is not what was signed; read
///     with one convention alone, empty in a list of many
public record Convention(
        UUID id,
        String insee,
        int annee,
        String numero,
        Declaration declaration,
        Parametres parametres,
        UUID parametresId,
        boolean fige,
        List<EcoleInscrite> ecoles,
        Etat.Faits signatures,
        boolean acte,
        @Nullable LocalDate relance,
        Map<Etape, LocalDate> etapes,
        List<AvenantRecu> avenants,
        boolean renouvelee,
        Attente.Suites suites,
        @Nullable Succession succession,
        List<EcoleChangee> changees) {

    public Cessation cessation() {
        return new Cessation(parametres.preavis(), parametres.tribunal(), etapes);
    }

    public Etat.Faits faits() {
        return new Etat.Faits(
                signatures.transmise(),
                signatures.commune(),
                signatures.region(),
                cessation().effet());
    }

    public Etat etat(LocalDate jour) {
        return Etat.of(faits(), parametres.fin(), renouvelee, jour);
    }

    public Set<Attente> attentes(LocalDate jour) {
        return Attente.of(etat(jour), acte, suites);
    }

    /// Whether something is awaited of that side; of nobody: nothing is.
    public boolean awaits(Etat.Tour tour, LocalDate jour) {
        var attentes = attentes(jour);
        return tour == Etat.Tour.PERSONNE
                ? attentes.isEmpty()
                : attentes.stream().anyMatch(a -> a.tour() == tour);
    }

    /// Whether that side’s signature is there.
    ///
    /// @param avenant of that one; null: of the convention
    public boolean isSigned(@Nullable UUID avenant, boolean region) {
        var of = avenant == null
                ? signatures
                : avenants.stream()
                        .filter(a -> a.id().equals(avenant))
                        .findFirst()
                        .map(AvenantRecu::signatures)
                        .orElse(Etat.Faits.AUCUN);
        return (region ? of.region() : of.commune()) != null;
    }

    /// INSEE codes of those whose people act for it.
    public Set<String> communes() {
        return succession == null ? Set.of(insee) : Set.of(insee, succession.insee());
    }

    /// Who has succeeded the signatory itself: a syndicate or a community of communes goes on under its own number.
    public Optional<Succession> succeededBy() {
        return Optional.ofNullable(succession)
                .filter(_ -> declaration.genre() == Genre.COMMUNE || declaration.genre() == Genre.RPI);
    }

    /// Of whom its titre is asked: who signed, or who has succeeded it.
    public String debiteur() {
        return succeededBy()
                .map(Succession::denomination)
                .orElseGet(() -> declaration.partie().denomination());
    }

    public String siretDuDebiteur() {
        return succeededBy().map(Succession::siret).orElseGet(declaration::siret);
    }

    public String anneeScolaire() {
        return new AnneeScolaire(annee).toString();
    }

    public Set<UUID> base() {
        return ids(ecoles);
    }

    /// Schools that it opens while it is in force.
    public List<EcoleInscrite> listed(LocalDate jour) {
        return named(engagement().listed(jour));
    }

    /// Schools that are billed for its year.
    public List<EcoleInscrite> billed(LocalDate jour) {
        return named(Facturation.billed(
                parametres.fenetre(),
                base(),
                avenants.stream().map(AvenantRecu::avenant).toList(),
                jour));
    }

    public Montant montant(LocalDate jour) {
        return parametres.montant(billed(jour).size());
    }

    public Engagement engagement() {
        return new Engagement(
                annee,
                faits(),
                parametres.fin(),
                parametres.fenetre(),
                parametres.tolerance(),
                base(),
                avenants.stream().map(AvenantRecu::avenant).toList());
    }

    /// As they were called when their list was established.
    private List<EcoleInscrite> named(Set<UUID> which) {
        return Stream.concat(ecoles.stream(), avenants.stream().flatMap(a -> a.ecoles().stream()))
                .filter(e -> which.contains(e.ecole()))
                .collect(Collectors.toMap(EcoleInscrite::ecole, e -> e, (a, _) -> a))
                .values()
                .stream()
                .sorted(java.util.Comparator.comparing(EcoleInscrite::uai))
                .toList();
    }

    private static Set<UUID> ids(Collection<EcoleInscrite> ecoles) {
        return ecoles.stream().map(EcoleInscrite::ecole).collect(Collectors.toSet());
    }
}
