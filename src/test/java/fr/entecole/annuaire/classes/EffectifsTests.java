package fr.entecole.annuaire.classes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.classes.LectureDeLaDirection.EcoleDirigee;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a head reads of their classes is what stands there now, though pupils are counted once as long as none moves.
@MondeTest
class EffectifsTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    LectureDeLaDirection lecture;

    @Autowired
    Reperes reperes;

    @Autowired
    JdbcClient jdbc;

    EnTantQue as;
    Utilisateur head;
    UUID classe;

    @BeforeEach
    void cast() {
        as = new EnTantQue(context);
        var castans = reperes.personne("11", Nature.PERSONNEL, "300101");
        head = as.everyone().stream()
                .filter(u -> u.personneId().equals(castans))
                .findFirst()
                .orElseThrow();
        classe = reperes.classe("11", "514");
    }

    @Test
    void isRightAfterEachGesture() {
        var eleve = jdbc.sql("select min(eleve_id::text)::uuid from annuaire.inscrit where classe_id = :c")
                .param("c", classe)
                .query(UUID.class)
                .single();
        moves("update annuaire.eleve_classe set fini_le = current_date where eleve_id = ?", eleve);
        moves("update annuaire.eleve_classe set fini_le = null where eleve_id = ?", eleve);
        moves("update annuaire.eleve set niveau = 'CE1', niveau_code = '1122' where id = ?", eleve);
        moves("update annuaire.eleve set suspendu_le = now() where id = ?", eleve);
        moves("update annuaire.classe set libelle = 'CM1 bis' where id = ?", classe);
    }

    private void moves(String sql, UUID id) {
        var before = lecture.directedBy(head);
        jdbc.sql(sql).param(1, id).update();
        var kept = lecture.directedBy(head);
        as.forgetWhatThisNodeRemembers();
        assertThat(kept).as(sql).isEqualTo(lecture.directedBy(head)).isNotEqualTo(before);
        assertThat(kept.stream().map(EcoleDirigee::eleves).toList()).as(sql).isEqualTo(present());
    }

    private List<Integer> present() {
        return jdbc.sql("""
                        select count(*) from annuaire.dirige d join annuaire.present p on p.ecole_id = d.ecole_id
                         where d.personnel_id = :qui
                        """)
                .param("qui", head.personneId())
                .query(Integer.class)
                .list();
    }
}
