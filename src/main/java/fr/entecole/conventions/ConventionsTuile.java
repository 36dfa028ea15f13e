package fr.entecole.conventions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.conventions.regles.Attente;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Tuile;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// On homes: whose turn it is, for the commune and for the region; where the commune’s conventions stand; for heads and
/// those who follow schools, the way to it.
@Component
class ConventionsTuile implements Tuile {

    private static final int ORDRE = 30;
    private static final int OUTIL_DE_L_ECOLE = 80;

    // Who has ended a convention by a letter sees when on its page: a home says what was signed.
    private static final String SUIVIES = """
            select * from (
            select s.id, s.annee, s.transmise, s.commune, s.region, s.acte, s.denomination, s.avenants_commune,
                   s.avenants_region, s.contestees, (p.contenu ->> 'fin')::date as fin, s.commune_insee, s.rang,
                   row_number() over (partition by s.commune_insee order by s.annee desc, s.rang desc) as place
              from conventions.situation s join conventions.parametres p on p.id = s.parametres_id
             where s.commune_insee = any(array(select x.commune_insee from conventions.succession_dite x
                                                where x.nouvelle_insee = :insee) || cast(:insee as text))
               and s.annee >= :annee) q
             where q.place <= 3
             order by q.annee desc, q.commune_insee, q.rang desc
            """;

    private static final String ATTENDUES = """
            select annee, count(*) filter (where 'SIGNATURE_REGION' = any(attentes))::int as signatures,
                   count(*) filter (where 'AVENANT_REGION' = any(attentes))::int as avenants,
                   count(*) filter (where 'CONTESTATION' = any(attentes))::int as contestees
              from conventions.suivie(:jour) where annee >= :annee group by annee order by annee
            """;

    private final Clock clock;

    ConventionsTuile(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ADMINISTRATEUR, Profil.DIRECTEUR, Profil.IEN, Profil.ERUN)
                || (utilisateur.is(Profil.REFERENT_VILLE, Profil.MAIRE, Profil.FINANCES)
                        && utilisateur.commune() != null);
    }

    @Override
    public Lecture<List<Partie>> parts(Utilisateur utilisateur) {
        if (utilisateur.is(Profil.DIRECTEUR, Profil.IEN, Profil.ERUN)) {
            return Lecture.known(
                    List.of(new Partie(Place.OUTIL, OUTIL_DE_L_ECOLE, "conventions/_outil-ecole", Map.of())));
        }
        var today = Dates.day(clock.instant());
        int annee = AnneeScolaire.of(today).rentree();
        if (utilisateur.is(Profil.ADMINISTRATEUR)) {
            return Lecture.of(
                            ATTENDUES,
                            Map.of("annee", annee - 1, "jour", today),
                            (rs, _) -> new Attendues(
                                    rs.getInt("annee"),
                                    rs.getInt("signatures"),
                                    rs.getInt("avenants"),
                                    rs.getInt("contestees")))
                    .map(ConventionsTuile::region);
        }
        return Lecture.of(
                        SUIVIES,
                        Map.of("insee", Objects.requireNonNull(utilisateur.commune()), "annee", annee - 1),
                        ConventionsTuile::suivie)
                .map(rows -> commune(rows, today, utilisateur.is(Profil.FINANCES)));
    }

    private static List<Partie> region(List<Attendues> annees) {
        List<Partie> parts = new ArrayList<>();
        for (var attendues : annees) {
            if (attendues.signatures > 0) {
                parts.add(attendues.waits(
                        t(
                                "{0, plural, one {Une convention attend la signature de la région} other {# conventions attendent la signature de la région}}",
                                attendues.signatures),
                        Attente.SIGNATURE_REGION,
                        t("Signer")));
            }
            if (attendues.avenants > 0) {
                parts.add(attendues.waits(
                        t(
                                "{0, plural, one {Un avenant attend la signature de la région} other {# avenants attendent la signature de la région}}",
                                attendues.avenants),
                        Attente.AVENANT_REGION,
                        t("Signer")));
            }
            if (attendues.contestees > 0) {
                parts.add(attendues.waits(
                        t(
                                "{0, plural, one {Une commune conteste un titre} other {# communes contestent un titre}}",
                                attendues.contestees),
                        Attente.CONTESTATION,
                        t("Répondre")));
            }
        }
        parts.add(new Partie(Place.OUTIL, ORDRE, "conventions/_outil", Map.of()));
        return parts;
    }

    /// @param finances reads, and is asked for nothing
    private static List<Partie> commune(List<Suivie> suivies, LocalDate today, boolean finances) {
        List<Partie> parts = new ArrayList<>();
        suivies.stream()
                .filter(_ -> !finances)
                .forEach(s -> s.attentes(today).stream()
                        .filter(a -> a.tour() == Etat.Tour.COMMUNE)
                        .forEach(a -> parts.add(waits(
                                s.isAlone(suivies)
                                        ? t("Convention {0}", new AnneeScolaire(s.annee).toString())
                                        : t(
                                                "Convention {0}, {1}",
                                                new AnneeScolaire(s.annee).toString(), s.denomination),
                                attendu(a),
                                "/conventions/" + s.id,
                                t("Ouvrir")))));
        parts.add(new Partie(Place.COLONNE, ORDRE, "conventions/_suivies", Map.of("suivies", suivies, "today", today)));
        return parts;
    }

    private static Partie waits(String titre, String precision, String adresse, String bouton) {
        return new Partie(
                Place.ATTEND,
                ORDRE,
                "socle/attend",
                Map.of(
                        "icone", "convention",
                        "titre", titre,
                        "precision", precision,
                        "adresse", adresse,
                        "bouton", bouton));
    }

    private static Suivie suivie(ResultSet rs, int row) throws SQLException {
        return new Suivie(
                Colonnes.uuid(rs, "id"),
                rs.getInt("annee"),
                Objects.requireNonNull(rs.getString("denomination")),
                new Etat.Faits(
                        rs.getObject("transmise", LocalDate.class),
                        rs.getObject("commune", LocalDate.class),
                        rs.getObject("region", LocalDate.class),
                        null),
                Objects.requireNonNull(rs.getObject("fin", LocalDate.class)),
                rs.getBoolean("acte"),
                new Attente.Suites(
                        rs.getInt("avenants_commune"), rs.getInt("avenants_region"), rs.getInt("contestees")));
    }

    private static String attendu(Attente attente) {
        return switch (attente) {
            case TRANSMISSION -> t("À relire, puis à transmettre");
            case ACTE -> t("La délibération ou la décision est à déposer");
            case AVENANT_COMMUNE -> t("La signature de l’avenant par la commune est attendue");
            default -> t("La signature de la commune est attendue");
        };
    }

    /// Of the region, in a school year.
    private record Attendues(int annee, int signatures, int avenants, int contestees) {

        Partie waits(String titre, Attente attente, String bouton) {
            return ConventionsTuile.waits(
                    titre,
                    t("Année scolaire {0}", new AnneeScolaire(annee).toString()),
                    "/conventions/region?annee=" + annee + "&attente=" + attente,
                    bouton);
        }
    }

    record Suivie(
            UUID id,
            int annee,
            String denomination,
            Etat.Faits faits,
            LocalDate fin,
            boolean acte,
            Attente.Suites suites) {

        /// Whether the year says which one it is.
        boolean isAlone(List<Suivie> suivies) {
            return suivies.stream().filter(s -> s.annee == annee).count() == 1;
        }

        Etat etat(LocalDate today) {
            return Etat.of(faits, fin, false, today);
        }

        Set<Attente> attentes(LocalDate today) {
            return Attente.of(etat(today), acte, suites);
        }
    }
}
