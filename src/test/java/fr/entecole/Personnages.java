package fr.entecole;

import fr.entecole.socle.Cle;
import fr.entecole.socle.Cles;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One invented person of each profile, in one open school: the least that a rule of access needs. Pages about real
/// homes take theirs from the named world.
public final class Personnages {

    private final JdbcClient jdbc;
    private final UUID ecole;

    public Personnages(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.ecole = id("""
                insert into annuaire.structure (academie, aaf_id, genre, uai, nom_courant)
                values ('11', uuidv7()::text, 'ECOLE', '0110358E', 'E.E.PU$MARIE CURIE$LEZIGNAN-CORBIERES') returning id
                """);
        open();
    }

    public void open() {
        jdbc.sql(
                        "insert into annuaire.ouverture (structure_id, ouverte_le, ouverte_par) values (:ecole, now(), 'essai')")
                .param("ecole", ecole)
                .update();
    }

    public void close() {
        jdbc.sql("update annuaire.ouverture set fermee_le = clock_timestamp() where structure_id = :ecole")
                .param("ecole", ecole)
                .update();
    }

    /// Someone signed in who holds these keys, for a rule that is tested without Spring nor database.
    public static Utilisateur someone(Profil profil, Collection<Cle> cles) {
        var id = UUID.randomUUID();
        return new Utilisateur(
                id,
                id,
                Set.of(id),
                profil,
                "Camille",
                "Essai",
                cles.stream().map(Cle::ecoleId).collect(Collectors.toSet()),
                null,
                null,
                null,
                null,
                "",
                null,
                List.of(),
                Cles.of(cles));
    }

    /// @return the person of the directory
    public UUID add(Profil profil) {
        return switch (profil) {
            case ELEVE -> eleve();
            case PARENT -> parent();
            case ENSEIGNANT -> personnel(true, false);
            case DIRECTEUR -> personnel(true, true);
            case PERSONNEL -> personnel(false, false);
            case REFERENT_VILLE, CONTRIBUTEUR, FINANCES, MAIRE -> ofCommune(profil);
            default ->
                id("insert into annuaire.agent (profil, prenom, nom) values ('" + profil
                        + "', 'Camille', 'Essai') returning id");
        };
    }

    private UUID ofCommune(Profil profil) {
        jdbc.sql("insert into annuaire.commune (insee, nom, departement) values ('11203', 'Lézignan', '011')"
                        + " on conflict do nothing")
                .update();
        return id("insert into annuaire.agent (profil, prenom, nom, commune_insee) values ('" + profil
                + "', 'Camille', 'Essai', '11203') returning id");
    }

    private UUID eleve() {
        return id(
                "insert into annuaire.eleve (academie, structure_id, nom, prenom, date_naissance, niveau) values ('11', '"
                        + ecole + "', 'ESSAI', 'ADAM', date '2017-03-01', 'CM1') returning id");
    }

    private UUID parent() {
        var eleve = eleve();
        var parent = id(
                "insert into annuaire.responsable (academie, nom, prenom) values ('11', 'ESSAI', 'NORA') returning id");
        jdbc.sql(
                        "insert into annuaire.lien (eleve_id, responsable_id, code, depuis) values (:eleve, :parent, '1', current_date)")
                .param("eleve", eleve)
                .param("parent", parent)
                .update();
        return parent;
    }

    private UUID personnel(boolean enseignant, boolean directeur) {
        var personne = id(
                "insert into annuaire.personnel (academie, nom, prenom, enseignant) values ('11', 'ESSAI', 'SOPHIE', "
                        + enseignant + ") returning id");
        jdbc.sql("""
                        insert into annuaire.fonction (personnel_id, structure_id, code, directeur, source, depuis)
                        values (:personne, :ecole, :code, :directeur, 'AAF', current_date)
                        """)
                .param("personne", personne)
                .param("ecole", ecole)
                .param("code", enseignant ? "ENS" : "AED")
                .param("directeur", directeur)
                .update();
        return personne;
    }

    private UUID id(String sql) {
        return jdbc.sql(sql).query((rs, _) -> rs.getObject(1, UUID.class)).single();
    }
}
