package fr.entecole.conventions.signature;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.AvenantRecu;
import fr.entecole.conventions.Avenants;
import fr.entecole.conventions.Convention;
import fr.entecole.conventions.ConventionImprimee;
import fr.entecole.conventions.ConventionImprimee.Signees;
import fr.entecole.conventions.Conventions;
import fr.entecole.documents.Exigence;
import fr.entecole.documents.FichierFait;
import fr.entecole.documents.Reception;
import fr.entecole.papier.Imprimerie;
import fr.entecole.papier.TableauImprime;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Utilisateur;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Sets the document, seals it, writes the page of evidence, and notes the signature of a side: all of it, or nothing.
@Component
class SignatureEnLigne {

    private static final long MOST = 20_000_000;
    private static final DateTimeFormatter HEURE =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Europe/Paris"));

    private final Imprimerie imprimerie;
    private final Scellements scellements;
    private final Reception reception;
    private final Conventions conventions;
    private final Avenants avenants;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignatureEnLigne(
            Imprimerie imprimerie,
            Scellements scellements,
            Reception reception,
            Conventions conventions,
            Avenants avenants,
            TransactionTemplate transaction,
            Clock clock) {
        this.imprimerie = imprimerie;
        this.scellements = scellements;
        this.reception = reception;
        this.conventions = conventions;
        this.avenants = avenants;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// To be called when the turn to print has come.
    ///
    /// @param pour by which they sign for the region; null: for the commune
    /// @return why not; empty: it is signed
    Optional<String> sign(
            Convention convention, @Nullable AvenantRecu avenant, Utilisateur signataire, @Nullable Habilitation pour)
            throws IOException {
        var instant = clock.instant();
        var today = Dates.day(instant);
        boolean region = pour != null;
        var signees = signees(convention, avenant, signataire, pour, instant);
        var document = imprimerie.file(
                avenant == null
                        ? ConventionImprimee.of(convention, signees).feuillet()
                        : ConventionImprimee.avenant(convention, avenant, signees));
        var id = avenant == null ? null : avenant.id();
        return transaction.execute(status -> {
            var scellement = scellements.seal(convention, id, document, signataire, pour, instant);
            var pieces = List.of(
                    take(signataire, t("document-signe"), document),
                    take(signataire, t("preuve-de-signature"), evidence(convention, avenant, scellement, pour)));
            var refusal = id == null
                    ? conventions.sign(convention.id(), region, today, pieces, signataire)
                    : avenants.sign(convention.id(), id, region, today, pieces, signataire);
            if (refusal.isPresent()) {
                status.setRollbackOnly();
            }
            return refusal;
        });
    }

    /// What the document says where each side signs: this signature, and that of the other side where it is there.
    private Signees signees(
            Convention convention,
            @Nullable AvenantRecu avenant,
            Utilisateur signataire,
            @Nullable Habilitation pour,
            Instant instant) {
        boolean region = pour != null;
        var faits = avenant == null ? convention.signatures() : avenant.signatures();
        var before = region ? faits.commune() : faits.region();
        var own = mention(signataire.nomComplet(), pour == null ? "" : pour.qualite(), instant);
        var other = before == null
                ? ""
                : scellements.of(convention.id()).stream()
                        .filter(s -> s.region() != region
                                && Objects.equals(s.avenant(), avenant == null ? null : avenant.id()))
                        .reduce((_, last) -> last)
                        .map(s -> mention(s.signataire(), s.qualite(), s.le()))
                        .orElseGet(() -> t("Signé le {0}, sur un document déposé", Dates.words(before)));
        return new Signees(region ? other : own, region ? own : other, before == null ? null : Dates.day(instant));
    }

    private static String mention(String nom, String qualite, Instant le) {
        return t(
                "Signé dans l’ENT-École par {0}, le {1} à {2}",
                qualite.isEmpty() ? nom : t("{0}, {1}", nom, qualite), Dates.words(Dates.day(le)), HEURE.format(le));
    }

    private UUID take(Utilisateur signataire, String nom, byte[] octets) {
        return reception
                .take(
                        signataire,
                        List.of(),
                        List.of(new FichierFait(nom + ".pdf", "application/pdf", octets)),
                        "",
                        new Exigence(MOST, Set.of("application/pdf"), nom))
                .getFirst();
    }

    private byte[] evidence(
            Convention convention,
            @Nullable AvenantRecu avenant,
            Scellements.Scellement scellement,
            @Nullable Habilitation pour) {
        var dite = convention.declaration();
        List<List<String>> lines = new ArrayList<>(List.of(
                List.of(
                        t("Document"),
                        avenant == null
                                ? t("Convention n°\u00a0{0}", convention.numero())
                                : t("Avenant {0} à la convention n°\u00a0{1}", avenant.numero(), convention.numero())),
                List.of(t("Empreinte du document (SHA-256)"), broken(scellement.empreinte())),
                List.of(t("Signataire"), scellement.signataire()),
                List.of(
                        t("Pour"),
                        pour == null
                                ? t("{0}, SIRET {1}", dite.denomination(), dite.siret())
                                : convention.parametres().etat()),
                List.of(
                        t("Le"),
                        t(
                                "{0} à {1}, heure de Paris",
                                Dates.words(Dates.day(scellement.le())), HEURE.format(scellement.le()))),
                List.of(
                        t("Preuve d’identité"),
                        t("Compte personnel du signataire, confirmé moins de dix minutes avant la signature")),
                List.of(
                        t("Consentement"),
                        pour == null
                                ? t("«\u00a0J’ai lu le document et je le signe au nom de la commune.\u00a0»")
                                : t(
                                        "«\u00a0J’ai lu le document et je le signe au nom de la région académique.\u00a0»")),
                List.of(t("Sceau de l’ENT-École"), broken(scellements.seal(scellement)))));
        if (pour != null) {
            lines.add(3, List.of(t("En qualité de"), pour.qualite()));
            lines.add(
                    4,
                    List.of(
                            t("Habilitation"),
                            pour.par().isEmpty()
                                    ? t(
                                            "{0}, du {1} au {2}",
                                            pour.acte(), Dates.words(pour.du()), Dates.words(pour.au()))
                                    : t(
                                            "{0}, du {1} au {2}, notée par {3}",
                                            pour.acte(), Dates.words(pour.du()), Dates.words(pour.au()), pour.par())));
        }
        try {
            return imprimerie.file(new TableauImprime(
                            t("Preuve de signature"),
                            dite.denomination(),
                            t(
                                    "Le sceau lie le document, le signataire et l’heure. L’ENT-École le vérifie chaque fois que le dossier est emporté."),
                            List.of(t("Quoi"), t("Valeur")),
                            lines)
                    .feuillet());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// A print is one word, too long for a line.
    private static String broken(String hex) {
        return hex.substring(0, hex.length() / 2) + "\n" + hex.substring(hex.length() / 2);
    }
}
