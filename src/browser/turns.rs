//! Work done in turns: one piece a task of the browser, so that the page answers in between.

use std::cell::RefCell;
use std::collections::VecDeque;

use super::dom;

type Piece = Box<dyn FnOnce()>;

thread_local! {
    static WAITING: RefCell<VecDeque<Piece>> = RefCell::default();
}

/// Does the piece when its turn comes: after what is happening now, and after the pieces before it.
pub fn wait(piece: impl FnOnce() + 'static) {
    let is_first = WAITING.with_borrow_mut(|waiting| {
        waiting.push_back(Box::new(piece));
        waiting.len() == 1
    });
    if is_first {
        next();
    }
}

fn next() {
    dom::later(0, || {
        // It leaves the queue only when done: what it adds to the queue must not begin another turn.
        let piece = WAITING.with_borrow_mut(|waiting| {
            waiting.front_mut().map(|piece| std::mem::replace(piece, Box::new(|| ())))
        });
        if let Some(piece) = piece {
            piece();
        }
        let is_more = WAITING.with_borrow_mut(|waiting| {
            waiting.pop_front();
            !waiting.is_empty()
        });
        if is_more {
            next();
        }
    });
}
