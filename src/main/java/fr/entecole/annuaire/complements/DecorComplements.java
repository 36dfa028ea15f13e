package fr.entecole.annuaire.complements;

import fr.entecole.annuaire.Reperes;
import fr.entecole.socle.Decor;
import java.nio.charset.Charset;
import org.springframework.stereotype.Component;

/// A file of ONDE that waits for the head of Marie Curie: a pupil whom the feed does not have yet, one whom it has, a
/// class under another name, and a line that does not read.
@Component
class DecorComplements implements Decor {

    private static final String FICHIER = """
            Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Adresse1;Cp1;Commune1;Pays1; Cycle;Niveau;Libellé classe;Dispositif
            ROSSI;;Chiara;14/05/2018;F;;3 rue des Amandiers;11200;LEZIGNAN CORBIERES;FRANCE;CYCLE II;CE2;Classe de CE2;
            DIALLO;;Ibrahima;02/11/2018;M;;8 rue Voltaire;11200;LEZIGNAN CORBIERES;FRANCE;CYCLE II;CE2;Classe de CE2;
            MOREL;;Agathe;30/02/2017;F;;12 avenue Foch;11200;LEZIGNAN CORBIERES;FRANCE;CYCLE III;CM1;CM1 Mme ESTEVE;
            """;

    private final ComplementsDeposes complements;
    private final Reperes reperes;

    DecorComplements(ComplementsDeposes complements, Reperes reperes) {
        this.complements = complements;
        this.reperes = reperes;
    }

    @Override
    public int ordre() {
        return 12;
    }

    @Override
    public void install(Monde monde) {
        complements.deposit(
                reperes.ecole("0110358E"),
                "CSVExtraction.csv",
                Genre.ELEVES,
                FICHIER.getBytes(Charset.forName("windows-1252")),
                monde.personne("Hélène Castans"));
    }
}
