package fr.entecole.comptes.motsdepasse;

import fr.entecole.comptes.Hachage;
import fr.entecole.comptes.motsdepasse.MotDePasse.Force;

/// A password that someone has just chosen, as the account keeps it: hashed, and what it is worth.
public record MotDePasseChoisi(String encode, Force force) {

    /// Costs a hash: in one's turn ([Hachage#inTurn]).
    public static MotDePasseChoisi of(String motDePasse, Hachage hachage) {
        return new MotDePasseChoisi(hachage.encode(motDePasse), MotDePasse.reached(motDePasse));
    }
}
