package fr.entecole.annuaire;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import java.text.Normalizer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gives each young child of a class a picture that nobody else has there. Pictures go out in one order, to children in
/// the order in which they came into the directory; a child keeps theirs while others come and go.
@Component
class Emblemes {

    private static final Pattern NOT_A_LETTER = Pattern.compile("\\P{L}");

    /// The animals of `symboles/images-enfants.svg`.
    static final List<String> ANIMAUX = List.of(
            "chat",
            "ours",
            "coccinelle",
            "hibou",
            "papillon",
            "poisson",
            "lapin",
            "escargot",
            "canard",
            "tortue",
            "renard",
            "abeille",
            "grenouille",
            "souris",
            "baleine",
            "herisson",
            "chien",
            "vache",
            "lion",
            "pieuvre",
            "manchot",
            "cochon",
            "serpent",
            "singe",
            "crabe",
            "elephant",
            "coq",
            "dinosaure",
            "panda",
            "girafe",
            "chenille",
            "mouton");

    private final JdbcClient jdbc;
    private final Clock clock;

    Emblemes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void assign(UUID classe) {
        // Two devices that open the same class wait for each other.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('annuaire.embleme ' || :classe::text))")
                .param("classe", classe)
                .query((rs, _) -> true)
                .single();
        jdbc.sql("""
                        delete from annuaire.embleme m
                         where m.classe_id = :classe and not exists (
                               select 1 from annuaire.eleve_classe ec
                                where ec.classe_id = m.classe_id and ec.eleve_id = m.eleve_id
                                  and ec.fini_le is null)
                        """).param("classe", classe).update();
        var taken =
                new HashSet<>(jdbc.sql("select image || ' ' || lettre from annuaire.embleme where classe_id = :classe")
                        .param("classe", classe)
                        .query(String.class)
                        .list());
        for (var eleve : without(classe)) {
            var choix = free(taken, eleve.initiale());
            taken.add(choix.image() + " " + choix.lettre());
            jdbc.sql("""
                            insert into annuaire.embleme (classe_id, eleve_id, image, lettre, depuis)
                            values (:classe, :eleve, :image, :lettre, :maintenant)
                            """)
                    .param("classe", classe)
                    .param("eleve", eleve.id())
                    .param("image", choix.image())
                    .param("lettre", choix.lettre())
                    .param("maintenant", OffsetDateTime.now(clock))
                    .update();
        }
    }

    private List<Sans> without(UUID classe) {
        return jdbc.sql("""
                        select e.id, e.prenom from annuaire.inscrit ec
                          join annuaire.eleve e on e.id = ec.eleve_id
                         where ec.classe_id = :classe and annuaire.petit(e.niveau)
                           and not exists (select 1 from annuaire.embleme m
                                            where m.classe_id = ec.classe_id and m.eleve_id = e.id)
                         order by e.id
                        """)
                .param("classe", classe)
                .query((rs, _) -> new Sans(Colonnes.uuid(rs, "id"), initial(rs.getString("prenom"))))
                .list();
    }

    /// An animal of one's own while there are some; then the one that fewest share, with the first letter of one's
    /// name.
    private static Choix free(Set<String> taken, String initiale) {
        for (var image : ANIMAUX) {
            if (!taken.contains(image + " ")) {
                return new Choix(image, "");
            }
        }
        var lettre = initiale;
        for (int tour = 2; full(taken, lettre); tour++) {
            lettre = initiale + tour;
        }
        var wanted = lettre;
        return ANIMAUX.stream()
                .filter(image -> !taken.contains(image + " " + wanted))
                .min(Comparator.comparingLong(image ->
                        taken.stream().filter(t -> t.startsWith(image + " ")).count()))
                .map(image -> new Choix(image, wanted))
                .orElseThrow();
    }

    private static boolean full(Set<String> taken, String lettre) {
        return ANIMAUX.stream().allMatch(image -> taken.contains(image + " " + lettre));
    }

    private static String initial(String prenom) {
        var plain = NOT_A_LETTER
                .matcher(Normalizer.normalize(Noms.personne(prenom), Normalizer.Form.NFD))
                .replaceAll("");
        return plain.isEmpty() ? "A" : plain.substring(0, 1).toUpperCase(Locale.FRENCH);
    }

    private record Sans(UUID id, String initiale) {}

    private record Choix(String image, String lettre) {}
}
