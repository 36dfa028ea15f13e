package fr.entecole.liaison.ecriture;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.SorteLiaison;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.AnneeScolaire;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What may still change of a mot that nobody can read yet: its day, whom it is for.
@Component
class Attente {

    private final JdbcClient jdbc;
    private final Nouvelles nouvelles;

    Attente(JdbcClient jdbc, Nouvelles nouvelles) {
        this.jdbc = jdbc;
        this.nouvelles = nouvelles;
    }

    /// @return whether something of it changed: nothing does once it is delivered
    @Transactional
    boolean move(Mot mot, String titre, UUID auteur, Remise remise, Instant now) {
        var publics = remise.publics();
        var same = cles(publics).equals(cles(mot.publics()));
        if (same && remise.visible.equals(mot.visibleLe())) {
            return false;
        }
        int moved = jdbc.sql("""
                        update liaison.mot set visible_le = greatest(:visible, publie_le), annee = :annee
                         where id = :mot and retire_le is null and visible_le > :maintenant
                        """)
                .param("mot", mot.id())
                .param("visible", CahierDeLiaison.utc(remise.visible))
                .param(
                        "annee",
                        AnneeScolaire.of(remise.visible.atZone(Calendrier.PARIS).toLocalDate())
                                .rentree())
                .param("maintenant", CahierDeLiaison.utc(now))
                .update();
        if (moved == 0) {
            return false;
        }
        jdbc.sql("""
                        update liaison.version v set visible_le = m.visible_le
                          from liaison.mot m where m.id = :mot and v.mot_id = m.id
                        """).param("mot", mot.id()).update();
        jdbc.sql("""
                        delete from liaison.destination where mot_id = :mot and not (cle = any(:cles))
                        """)
                .param("mot", mot.id())
                .param("cles", cles(publics).toArray(String[]::new))
                .update();
        jdbc.sql("""
                        insert into liaison.destination (ecole_id, cle, mot_id)
                        select :ecole, c, :mot from unnest(:cles::text[]) c on conflict do nothing
                        """)
                .param("ecole", mot.ecoleId())
                .param("mot", mot.id())
                .param("cles", cles(publics).toArray(String[]::new))
                .update();
        nouvelles.cancel(SorteLiaison.MOT_DE_LIAISON, mot.id());
        nouvelles.deposit(
                auteur,
                new Nouvelle(SorteLiaison.MOT_DE_LIAISON, mot.id(), publics, "/liaison/mots/" + mot.id(), titre),
                remise.visible);
        return true;
    }

    /// Until when one answers, which may change later too: its last version says so.
    ///
    /// @param avant null: no day is said
    @Transactional
    void until(Mot mot, @Nullable LocalDate avant) {
        jdbc.sql("""
                        with le_mot as (
                            update liaison.mot set avant = :avant::date where id = :mot and retire_le is null
                            returning id)
                        update liaison.version v set avant = :avant::date from le_mot
                         where v.mot_id = le_mot.id
                           and v.numero = (select max(n.numero) from liaison.version n where n.mot_id = le_mot.id)
                        """).param("mot", mot.id()).param("avant", avant).update();
    }

    private static List<String> cles(List<Public> publics) {
        return publics.stream()
                .flatMap(pour -> pour.cles().stream())
                .map(cle -> cle.valeur())
                .sorted()
                .toList();
    }

    /// @param familles publics of guardians
    /// @param eleves also for the pupils themselves
    record Remise(List<Public> familles, boolean eleves, Instant visible) {

        List<Public> publics() {
            return familles.stream()
                    .flatMap(pour -> eleves
                            ? Stream.of(pour, new Public(pour.etendue(), Qui.ELEVES, pour.ecoleId(), pour.cibles()))
                            : Stream.of(pour))
                    .toList();
        }
    }
}
