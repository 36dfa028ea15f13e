package fr.entecole.presences.registre;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Classes;
import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.presences.PresencesAccess;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The classes that have a register: those of today, for who teaches them or directs, and for who directs those that
/// the directory has archived since. These are known by the register's own name.
@Component
public class ClassesDuRegistre {

    private final JdbcClient jdbc;
    private final Classes classes;
    private final Appellations appellations;

    ClassesDuRegistre(JdbcClient jdbc, Classes classes, Appellations appellations) {
        this.jdbc = jdbc;
        this.classes = classes;
        this.appellations = appellations;
    }

    /// As it is called while it is there.
    public void name(Classe classe) {
        jdbc.sql("""
                        insert into presences.classe (ecole_id, classe_id, annee, libelle)
                        values (:ecole, :classe, :annee, :libelle)
                        on conflict (ecole_id, classe_id) do update set libelle = excluded.libelle
                         where presences.classe.libelle <> excluded.libelle
                        """)
                .param("ecole", classe.ecoleId())
                .param("classe", classe.id())
                .param("annee", classe.annee().rentree())
                .param("libelle", classe.libelle())
                .update();
    }

    /// Of a class of that school, for who teaches it or directs.
    Lue readable(Utilisateur utilisateur, UUID ecole, UUID classe) {
        var access = PresencesAccess.of(utilisateur);
        if (!access.reads(ecole, classe)) {
            throw new Introuvable();
        }
        return classes.named(List.of(classe)).stream()
                .filter(c -> c.ecoleId().equals(ecole))
                .map(c -> new Lue(c, false))
                .findFirst()
                .or(() -> kept(ecole, classe).map(c -> new Lue(c, true)))
                .orElseThrow(Introuvable::new);
    }

    private Optional<Classe> kept(UUID ecole, UUID classe) {
        return jdbc.sql("select annee, libelle from presences.classe where ecole_id = :ecole and classe_id = :classe")
                .param("ecole", ecole)
                .param("classe", classe)
                .query((rs, _) -> new Classe(
                        classe,
                        ecole,
                        appellations.ecoles(List.of(ecole)).getOrDefault(ecole, ""),
                        rs.getString("libelle"),
                        new AnneeScolaire(rs.getInt("annee")),
                        List.of(),
                        0))
                .optional();
    }

    /// Those of a school that are over, the last year first, each with the last month in which it was called.
    List<Finie> over(Utilisateur utilisateur, UUID ecole) {
        Set<UUID> here =
                classes.directedBy(utilisateur).stream().map(Classe::id).collect(Collectors.toSet());
        return jdbc
                .sql("""
                        select c.classe_id, c.annee, c.libelle, d.jour from presences.classe c
                         cross join lateral (select max(a.jour) as jour from presences.appel a
                                              where a.ecole_id = c.ecole_id and a.classe_id = c.classe_id) d
                         where c.ecole_id = :ecole and d.jour is not null
                         order by c.annee desc, c.libelle collate "fr-x-icu", c.classe_id
                        """)
                .param("ecole", ecole)
                .query((rs, _) -> new Finie(
                        Colonnes.uuid(rs, "classe_id"),
                        new AnneeScolaire(rs.getInt("annee")),
                        rs.getString("libelle"),
                        rs.getObject("jour", LocalDate.class)))
                .list()
                .stream()
                .filter(c -> !here.contains(c.classe))
                .toList();
    }

    /// @param finie the directory has it no more: nobody calls it, and what nobody called stays empty
    record Lue(Classe classe, boolean finie) {}

    /// @param jour last one on which it was called
    record Finie(UUID classe, AnneeScolaire annee, String libelle, LocalDate jour) {

        String mois() {
            return jour.toString().substring(0, 7);
        }
    }
}
